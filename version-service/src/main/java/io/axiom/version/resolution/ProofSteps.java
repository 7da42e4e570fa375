package io.axiom.version.resolution;

import io.axiom.version.resolution.Incompatibility.Cause;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a proof apart into steps that each follow from two others. */
final class ProofSteps {
    private final Map<Incompatibility, Incompatibility> done = new IdentityHashMap<>();

    private ProofSteps() {}

    /** @return null when there are more than {@code most} steps */
    static @Nullable Incompatibility of(Incompatibility proof, int most) {
        return count(proof, most) > most ? null : new ProofSteps().inSteps(proof);
    }

    private Incompatibility inSteps(Incompatibility step) {
        Incompatibility known = done.get(step);
        if (known == null) {
            known = step.cause() instanceof Cause.Learned learned
                    ? Incompatibility.inSteps(learned, this::inSteps)
                    : step;
            done.put(step, known);
        }
        return known;
    }

    private static int count(Incompatibility proof, int most) {
        Map<Incompatibility, Boolean> seen = new IdentityHashMap<>();
        List<Incompatibility> open = new ArrayList<>(List.of(proof));
        int steps = 0;
        while (!open.isEmpty() && steps <= most) {
            if (seen.put(open.getLast(), true) != null) {
                open.removeLast();
            } else if (open.removeLast().cause() instanceof Cause.Learned learned) {
                steps += learned.others().size();
                open.add(learned.start());
                learned.others().forEach(other -> open.add(other.with()));
            }
        }
        return steps;
    }
}
