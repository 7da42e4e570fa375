package io.axiom.version.path;

import io.axiom.language.Rejection;
import io.axiom.version.compatibility.Assessor;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.Release;
import io.axiom.version.compatibility.Verdict;
import java.util.Map;

/** Why there is no way. */
final class PathRefusals {
    private static final String CODE = "path.none";

    private PathRefusals() {}

    static Rejection downwards(Knowledge knowledge, int from, int to) {
        return none(
                knowledge,
                from,
                to,
                knowledge.version(to) + " is below " + knowledge.version(from) + ", and going down is no upgrade.",
                "To go back, use a rollback: axiom rollback --help.");
    }

    static Rejection targetRetired(Knowledge knowledge, int from, int to) {
        Release target = knowledge.release(to);
        String replacement = target.life().replacement();
        return none(
                knowledge,
                from,
                to,
                target.life().sentence(target.version()) + ", so no way leads to it.",
                replacement == null
                        ? "Ask for the way to another version."
                        : "Ask for the way to " + replacement + ".");
    }

    static Rejection stopYanked(Knowledge knowledge, int from, int to, int stop) {
        Release release = knowledge.release(stop);
        return none(
                knowledge,
                from,
                to,
                "Every upgrade over " + release.version() + " goes through it (" + release.stop() + "), but "
                        + release.life().sentence(release.version()) + ".",
                "Release a version that takes its place and require the stop there, then lift this one:"
                        + " axiom version lift-stop " + knowledge.component() + ' ' + release.version()
                        + " --reason …");
    }

    /** @param costs of the versions that can be reached from {@code from}, others at the largest number */
    static Rejection gap(Segment.Steps steps, int from, int to, long[] costs) {
        Knowledge knowledge = steps.knowledge();
        int last = to - 1;
        while (costs[last] == Long.MAX_VALUE) {
            last--;
        }
        int next = firstFromWhichReached(steps, last, to);
        String why = new Assessor(knowledge)
                .assess(last, next).evidence().stream()
                        .filter(evidence -> evidence.decides())
                        .map(evidence -> evidence.sentence())
                        .findFirst()
                        .orElse("");
        return new Rejection(
                CODE,
                Rejection.Kind.UNPROCESSABLE,
                "No way leads from %s to %s: it ends at %s, and going from there to %s breaks. %s"
                        .formatted(
                                knowledge.version(from),
                                knowledge.version(to),
                                knowledge.version(last),
                                knowledge.version(next),
                                why)
                        .strip(),
                steps.compatibleOnly()
                        ? "Allow steps that break, or release a version in between that both sides get along with."
                        : "Release a version in between, or record a test of the step once it works.",
                Map.of(
                        "from", knowledge.version(from).toString(),
                        "to", knowledge.version(to).toString(),
                        "gapFrom", knowledge.version(last).toString(),
                        "gapTo", knowledge.version(next).toString()));
    }

    /** The lowest version above the gap from which the target can be reached; the target itself if there is no other. */
    private static int firstFromWhichReached(Segment.Steps steps, int last, int to) {
        boolean[] reaches = new boolean[to + 1];
        reaches[to] = true;
        int first = to;
        for (int later = to; later > last; later--) {
            if (reaches[later]) {
                first = later;
                Verdict[] column = steps.verdicts().verdictsTo(later);
                for (int version = last + 1; version < later; version++) {
                    reaches[version] |= steps.mayPass(version) && steps.mayTake(column[version]);
                }
            }
        }
        return first;
    }

    private static Rejection none(Knowledge knowledge, int from, int to, String detail, String next) {
        return new Rejection(
                CODE,
                Rejection.Kind.UNPROCESSABLE,
                detail,
                next,
                Map.of(
                        "from", knowledge.version(from).toString(),
                        "to", knowledge.version(to).toString()));
    }
}
