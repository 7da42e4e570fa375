package io.axiom.language.version.comparison;

import java.util.List;

/** Where a version runs now. */
public record VersionUsage(String version, List<String> environments) {
    public VersionUsage {
        environments = List.copyOf(environments);
    }
}
