package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Sealed types, of which japicmp knows nothing. */
final class SealedTypes {
    private SealedTypes() {}

    static Optional<SurfaceChange> compare(ComparedClass type) {
        ClassHeader headerBefore = type.before();
        ClassHeader headerNow = type.now();
        if (headerBefore == null || headerNow == null) {
            return Optional.empty();
        }
        List<String> before = headerBefore.permitted();
        List<String> now = headerNow.permitted();
        String name = headerNow.name();
        if (before.isEmpty() && !now.isEmpty() && type.wasExtendable()) {
            return change(
                    "CLASS_NOW_SEALED",
                    Judgement.BREAKING,
                    name,
                    before,
                    now,
                    "The type " + name + " is sealed now; others can no longer extend it.");
        }
        if (before.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> added = new TreeSet<>(now);
        before.forEach(added::remove);
        return added.isEmpty()
                ? Optional.empty()
                : change(
                        "PERMITTED_SUBCLASS_ADDED",
                        Judgement.RISKY,
                        name,
                        before,
                        now,
                        "The sealed type " + name + " permits " + String.join(", ", added)
                                + " as well; a switch over it may not expect that.");
    }

    private static Optional<SurfaceChange> change(
            String rule, Judgement judgement, String path, List<String> before, List<String> now, String sentence) {
        return Optional.of(new SurfaceChange(
                rule, judgement, path, String.join(", ", before), String.join(", ", now), false, sentence));
    }
}
