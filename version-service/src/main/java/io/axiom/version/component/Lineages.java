package io.axiom.version.component;

import io.axiom.language.version.Bump;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.evidence.Lineage;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds which releases a new version is measured by. */
final class Lineages {
    private Lineages() {}

    static boolean isRelease(SemanticVersion number, Entry entry) {
        return !number.isPrerelease() && !entry.life().isYanked();
    }

    /** Throws {@link io.axiom.language.RejectedException} when the command does not say a number that can be worked out. */
    static Lineage of(CreateVersion command, Numbers versions) {
        if (NextNumber.isAuto(command)) {
            return new Lineage(
                    name(versions.highest(Lineages::isRelease)), name(versions.highest(Lineages::carriesSurfaces)));
        }
        return below(NextNumber.of(command, versions, Bump.NONE), versions);
    }

    private static Lineage below(SemanticVersion number, Numbers versions) {
        BiPredicate<SemanticVersion, Entry> release = Lineages::isRelease;
        return new Lineage(
                name(versions.highestBelow(number, release)),
                name(versions.highestBelow(number, Lineages::carriesSurfaces)));
    }

    private static boolean carriesSurfaces(SemanticVersion number, Entry entry) {
        return isRelease(number, entry) && !entry.surfaces().isEmpty();
    }

    private static @Nullable String name(Optional<Entry> entry) {
        return entry.map(Entry::version).orElse(null);
    }
}
