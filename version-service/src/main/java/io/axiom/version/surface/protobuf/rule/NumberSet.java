package io.axiom.version.surface.protobuf.rule;

import io.axiom.version.surface.protobuf.syntax.NumberRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A set of numbers.
 *
 * @param endByStart ranges that neither overlap nor touch
 */
record NumberSet(NavigableMap<Integer, Integer> endByStart) {

    static NumberSet of(List<NumberRange> ranges) {
        NavigableMap<Integer, Integer> merged = new TreeMap<>();
        ranges.stream().sorted(Comparator.comparingInt(NumberRange::start)).forEach(range -> {
            Map.Entry<Integer, Integer> last = merged.lastEntry();
            if (last != null && range.start() <= last.getValue() + 1L) {
                merged.put(last.getKey(), Math.max(last.getValue(), range.end()));
            } else {
                merged.put(range.start(), range.end());
            }
        });
        return new NumberSet(merged);
    }

    boolean contains(int number) {
        Map.Entry<Integer, Integer> range = endByStart.floorEntry(number);
        return range != null && number <= range.getValue();
    }

    /** What is in this set and not in the other ranges. */
    List<NumberRange> without(List<NumberRange> ranges) {
        NavigableMap<Integer, Integer> others = of(ranges).endByStart;
        List<NumberRange> rest = new ArrayList<>();
        endByStart.forEach((first, end) -> {
            long start = first;
            Map.Entry<Integer, Integer> other = others.floorEntry(first);
            if (other != null) {
                start = Math.max(start, other.getValue() + 1L);
            }
            for (var next : others.subMap(first, false, end, true).entrySet()) {
                if (start < next.getKey()) {
                    rest.add(new NumberRange((int) start, next.getKey() - 1));
                }
                start = Math.max(start, next.getValue() + 1L);
            }
            if (start <= end) {
                rest.add(new NumberRange((int) start, end));
            }
        });
        return rest;
    }
}
