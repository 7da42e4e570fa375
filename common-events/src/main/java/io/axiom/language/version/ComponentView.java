package io.axiom.language.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One component as REST and the CLI show it. */
public record ComponentView(
        String name,
        @Nullable String description,
        @Nullable String latestVersion,
        int versions,
        Instant createdAt,
        long position) {}
