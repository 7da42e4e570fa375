package io.axiom.language.version.comparison;

import java.util.List;

/** What one version brought. */
public record VersionChanges(String version, List<String> changes, List<String> breakingChanges) {
    public VersionChanges {
        changes = List.copyOf(changes);
        breakingChanges = List.copyOf(breakingChanges);
    }
}
