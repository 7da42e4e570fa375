package io.axiom.runtime.projection;

import io.axiom.eventstore.EventLog;
import io.axiom.language.RecordedEvent;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.LogTail;
import io.axiom.runtime.log.Pace;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/** Feeds projections from this service's own log, each at its own pace. */
public final class OwnProjections implements SmartLifecycle {
    private static final int BATCH = 200;

    private final String context;
    private final EventLog log;
    private final History history;
    private final List<Projection> projections;
    private final StoredPositions stored;
    private final ProjectedPositions positions;
    private final TransactionTemplate transaction;
    private final List<LogTail> tails = new ArrayList<>();

    public OwnProjections(
            String context,
            EventLog log,
            History history,
            List<Projection> projections,
            StoredPositions stored,
            ProjectedPositions positions,
            TransactionTemplate transaction) {
        this.context = context;
        this.log = log;
        this.history = history;
        this.projections = projections.stream()
                .filter(projection -> projection.contexts().contains(context))
                .toList();
        this.stored = stored;
        this.positions = positions;
        this.transaction = transaction;
    }

    @Override
    public synchronized void start() {
        for (Projection projection : projections) {
            long position = stored.begin(projection.name(), context).position();
            positions.reached(projection.name(), context, position);
            tails.add(LogTail.start(
                    "projection-" + projection.name(), log, Pace.ofTables(), new Reading(projection, position)));
        }
    }

    /** Knows where it is from its last transaction; what another instance applied meanwhile is skipped. */
    private final class Reading implements LogTail.Step {
        private final Projection projection;
        private long position;

        Reading(Projection projection, long position) {
            this.projection = projection;
            this.position = position;
        }

        @Override
        public long run() throws InterruptedException {
            List<RecordedEvent> events = history.follow(position, BATCH);
            if (!events.isEmpty()) {
                position = applied(projection, events);
                positions.reached(projection.name(), context, position);
            }
            return position;
        }
    }

    private long applied(Projection projection, List<RecordedEvent> events) {
        Long reached = transaction.execute(_ -> {
            long position = stored.lock(projection.name(), context).position();
            for (RecordedEvent event : events) {
                if (event.position() > position) {
                    projection.apply(event);
                    position = event.position();
                }
            }
            stored.store(projection.name(), context, position, 0);
            return position;
        });
        return reached == null ? 0 : reached;
    }

    @Override
    public synchronized void stop() {
        tails.forEach(LogTail::close);
        tails.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !tails.isEmpty();
    }
}
