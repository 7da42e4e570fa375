package io.axiom.language.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One recorded run of tests of going from one version to another. */
public record TestResultView(
        String component,
        String from,
        String to,
        boolean passed,
        String suite,
        @Nullable String link,
        Instant recordedAt,
        String recordedBy,
        long position) {}
