package io.axiom.eventstore;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The bounds of the log's partitions, by first position. */
final class Partitions {
    private final NavigableMap<Long, Long> ends = new TreeMap<>();

    void add(long from, long to) {
        ends.put(from, to);
    }

    /** The first position that has none. */
    long end() {
        return ends.isEmpty() ? 1 : ends.lastEntry().getValue();
    }

    /** The first position of the partition a position is in. */
    long of(long position) {
        return ends.floorKey(position);
    }

    long endOf(long partition) {
        return ends.getOrDefault(partition, partition);
    }
}
