package io.axiom.version.component;

import io.axiom.language.version.Bump;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.evidence.Lineage;
import java.util.Optional;
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
                    name(versions.highest(Lineages::isRelease)),
                    name(versions.highestCarrying(null, Lineages::isRelease)));
        }
        SemanticVersion number = NextNumber.of(command, versions, Bump.NONE);
        return new Lineage(
                name(versions.highestBelow(number, Lineages::isRelease)),
                name(versions.highestCarrying(number, Lineages::isRelease)));
    }

    private static @Nullable String name(Optional<Entry> entry) {
        return entry.map(Entry::version).orElse(null);
    }
}
