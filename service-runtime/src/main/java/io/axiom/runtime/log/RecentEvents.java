package io.axiom.runtime.log;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.StoredEvent;
import io.axiom.language.RecordedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Reads the log, and keeps the newest events it has read for the others that follow the log at the same pace. */
final class RecentEvents {
    private static final int MOST_EVENTS = 1000;
    private static final long MOST_BYTES = 4 * 1024 * 1024;
    private static final long PATIENCE_MILLIS = 50;

    private record Kept(RecordedEvent event, long bytes) {}

    private final EventLog log;
    private final EventCodec codec;
    /** One reads for all who wait for the same. */
    private final ReentrantLock reading = new ReentrantLock();
    /** One behind the other, without gaps. */
    private final Deque<Kept> kept = new ArrayDeque<>();

    private long bytes;

    RecentEvents(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** Events after a position, oldest first: at least one when there is one, and at most {@code limit}. */
    List<RecordedEvent> read(long afterPosition, int limit) throws InterruptedException {
        if (!reading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            return log.read(afterPosition, limit).stream().map(codec::decode).toList();
        }
        try {
            if (holdsNextOf(afterPosition)) {
                return kept.stream()
                        .skip(afterPosition + 1 - first())
                        .limit(limit)
                        .map(Kept::event)
                        .toList();
            }
            List<RecordedEvent> read = new ArrayList<>();
            for (StoredEvent stored : log.read(afterPosition, limit)) {
                RecordedEvent event = codec.decode(stored);
                read.add(event);
                keep(event, stored.event().payload().length);
            }
            return read;
        } finally {
            reading.unlock();
        }
    }

    private boolean holdsNextOf(long position) {
        return !kept.isEmpty() && first() <= position + 1 && position < last();
    }

    private void keep(RecordedEvent event, long size) {
        if (!kept.isEmpty() && event.position() != last() + 1) {
            if (event.position() <= last()) {
                return;
            }
            kept.clear();
            bytes = 0;
        }
        kept.add(new Kept(event, size));
        bytes += size;
        while (kept.size() > MOST_EVENTS || bytes > MOST_BYTES) {
            bytes -= kept.remove().bytes();
        }
    }

    private long first() {
        return kept.getFirst().event().position();
    }

    private long last() {
        return kept.getLast().event().position();
    }
}
