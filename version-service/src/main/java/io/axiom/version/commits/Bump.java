package io.axiom.version.commits;

import io.axiom.semver.Increment;
import io.axiom.semver.SemanticVersion;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a range of commits asks of the next version: the greatest of what each asks for, after reverts and what they revert
 * have been taken out together.
 *
 * @param increment major, minor or patch; null when nothing asks for a release
 * @param reasons the changes that ask for this much, in the order of the range
 * @param changes what is left of the range, in its order
 */
public record Bump(@Nullable Increment increment, List<Change> reasons, List<Change> changes) {

    public Bump {
        reasons = List.copyOf(reasons);
        changes = List.copyOf(changes);
    }

    public static Bump of(List<Change> range) {
        List<Change> changes = Effective.of(range);
        // MAJOR, MINOR and PATCH are declared from the greatest to the least.
        Optional<Increment> greatest =
                changes.stream().flatMap(change -> change.increment().stream()).min(Comparator.naturalOrder());
        List<Change> reasons = changes.stream()
                .filter(change -> greatest.isPresent() && change.increment().equals(greatest))
                .toList();
        return new Bump(greatest.orElse(null), reasons, changes);
    }

    /** The increment from this version: before 1.0.0 a break raises the minor number (semver.org, item 4). */
    public Optional<Increment> from(SemanticVersion last) {
        boolean initial = last.major().equals(BigInteger.ZERO);
        return Optional.ofNullable(increment == Increment.MAJOR && initial ? Increment.MINOR : increment);
    }
}
