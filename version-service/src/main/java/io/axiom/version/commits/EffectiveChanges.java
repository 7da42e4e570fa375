package io.axiom.version.commits;

import io.axiom.language.version.Bump;
import java.util.List;

/**
 * A range of commits without what cancels out: a revert and what it reverts are taken out together when both are in the range.
 *
 * @param changes what is left, in the range's order
 */
public record EffectiveChanges(List<Change> changes) {
    public EffectiveChanges {
        changes = List.copyOf(changes);
    }

    public static EffectiveChanges of(List<Change> range) {
        return new EffectiveChanges(Reverts.takenOut(range));
    }

    /** The greatest of what each asks for; {@link Bump#MAJOR} for a break, also before 1.0.0. */
    public Bump bump() {
        return changes.stream().map(Change::asks).reduce(Bump.NONE, Bump::or);
    }
}
