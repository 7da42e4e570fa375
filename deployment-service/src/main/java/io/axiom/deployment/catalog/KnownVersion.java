package io.axiom.deployment.catalog;

import io.axiom.language.version.RunSpec;
import org.jspecify.annotations.Nullable;

/** One version as deployments see it. {@code run} is null when it is not deployed as processes. */
public record KnownVersion(
        String component, String version, @Nullable RunSpec run, boolean yanked) {}
