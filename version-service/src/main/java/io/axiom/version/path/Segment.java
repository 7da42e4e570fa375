package io.axiom.version.path;

import io.axiom.language.RejectedException;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.upgrade.Grounds;
import io.axiom.language.version.upgrade.PathPreference;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.Verdict;
import io.axiom.version.compatibility.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The best way between two stops. Steps only go up, so one pass over the versions finds it. */
final class Segment {
    private static final long UNREACHED = Long.MAX_VALUE;

    private final Steps steps;
    private final int from;
    private final int to;

    Segment(Steps steps, int from, int to) {
        this.steps = steps;
        this.from = from;
        this.to = to;
    }

    /** The versions after the first. */
    List<Integer> find() {
        long[] costs = new long[to + 1];
        int[] before = new int[to + 1];
        Arrays.fill(costs, UNREACHED);
        costs[from] = 0;
        for (int version = from + 1; version <= to; version++) {
            if (version == to || steps.mayPass(version)) {
                Verdict[] column = steps.verdicts().verdictsTo(version);
                for (int earlier = from; earlier < version; earlier++) {
                    if (costs[earlier] != UNREACHED && steps.mayTake(column[earlier])) {
                        long cost = costs[earlier] + steps.cost(column[earlier], earlier, version);
                        if (cost < costs[version]) {
                            costs[version] = cost;
                            before[version] = earlier;
                        }
                    }
                }
            }
        }
        if (costs[to] == UNREACHED) {
            throw new RejectedException(PathRefusals.gap(steps, from, to, costs));
        }
        List<Integer> way = new ArrayList<>();
        for (int version = to; version != from; version = before[version]) {
            way.addFirst(version);
        }
        return way;
    }

    /** Which steps there are, and what they cost. */
    record Steps(Knowledge knowledge, Verdicts verdicts, PathPreference preference, boolean compatibleOnly) {
        /** Above any sum of the lesser concern over all versions a component may have. */
        private static final long MAJOR = 1_000_000_000L;

        private static final int MOST_SKIPPED = 9;

        boolean mayPass(int version) {
            Status status = knowledge.release(version).life().status();
            return (status == Status.ACTIVE || status == Status.DEPRECATED)
                    && !knowledge.version(version).isPrerelease();
        }

        /** Breaks that follow from numbers and surfaces can be prepared for; those that were declared or tested cannot be passed. */
        boolean mayTake(Verdict verdict) {
            return verdict.level() != CompatibilityLevel.BREAKING
                    || (!compatibleOnly && verdict.grounds().compareTo(Grounds.DECLARED) < 0);
        }

        long cost(Verdict verdict, int from, int to) {
            return switch (preference) {
                case FEWEST_HOPS -> MAJOR + risk(verdict, from, to);
                case LOWEST_RISK -> risk(verdict, from, to) * MAJOR / 1_000 + 1;
            };
        }

        /** A break is worse the more versions it skips, for each would have warned of some of it. */
        private static int risk(Verdict verdict, int from, int to) {
            int risk = switch (verdict.risk()) {
                case LOW -> 1;
                case MEDIUM -> 10;
                case HIGH -> 100;
                case CRITICAL -> 1_000;
            };
            return verdict.level() == CompatibilityLevel.BREAKING
                    ? risk + 10 * Math.min(MOST_SKIPPED, to - from - 1)
                    : risk;
        }
    }
}
