package io.axiom.version.component;

import io.axiom.language.version.GitRevision;
import io.axiom.language.version.surface.SurfaceReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version's number is used for; a number once used stays used.
 *
 * @param version as it was created, with its build metadata
 * @param surfaces what later versions are compared with
 * @param git what it was made from; null when no repository was read
 * @param isStop whether upgrades over it have to go through it
 * @param tagging null when no tag was asked for
 */
public record Entry(
        String version,
        Life life,
        List<SurfaceReference> surfaces,
        @Nullable GitRevision git,
        boolean isStop,
        @Nullable Tagging tagging) {

    static Entry active(String version) {
        return created(version, List.of(), null);
    }

    static Entry created(String version, List<SurfaceReference> surfaces, @Nullable GitRevision git) {
        return new Entry(version, Life.ACTIVE, surfaces, git, false, null);
    }

    Entry with(Life changed) {
        return new Entry(version, changed, surfaces, git, isStop, tagging);
    }

    Entry with(Tagging changed) {
        return new Entry(version, life, surfaces, git, isStop, changed);
    }

    Entry stop() {
        return new Entry(version, life, surfaces, git, true, tagging);
    }

    Entry noStop() {
        return new Entry(version, life, surfaces, git, false, tagging);
    }
}
