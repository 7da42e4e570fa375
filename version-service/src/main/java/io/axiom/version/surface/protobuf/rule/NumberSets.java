package io.axiom.version.surface.protobuf.rule;

import io.axiom.version.surface.protobuf.syntax.NumberRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Arithmetic on sets of number ranges. */
final class NumberSets {
    private NumberSets() {}

    /** The numbers of the first ranges that the second do not have. */
    static List<NumberRange> missing(List<NumberRange> from, List<NumberRange> in) {
        List<NumberRange> wanted = merged(from);
        List<NumberRange> present = merged(in);
        List<NumberRange> missing = new ArrayList<>();
        int next = 0;
        for (NumberRange range : wanted) {
            long start = range.start();
            while (next < present.size() && present.get(next).end() < start) {
                next++;
            }
            for (int i = next; i < present.size() && present.get(i).start() <= range.end(); i++) {
                if (present.get(i).start() > start) {
                    missing.add(new NumberRange((int) start, present.get(i).start() - 1));
                }
                start = Math.max(start, present.get(i).end() + 1L);
                next = i;
            }
            if (start <= range.end()) {
                missing.add(new NumberRange((int) start, range.end()));
            }
        }
        return missing;
    }

    static boolean contains(List<NumberRange> ranges, int number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    private static List<NumberRange> merged(List<NumberRange> ranges) {
        List<NumberRange> sorted = ranges.stream()
                .sorted(Comparator.comparingInt(NumberRange::start))
                .toList();
        List<NumberRange> merged = new ArrayList<>();
        for (NumberRange range : sorted) {
            NumberRange last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && range.start() <= last.end() + 1L) {
                merged.removeLast();
                merged.add(new NumberRange(last.start(), Math.max(last.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
