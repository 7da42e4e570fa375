package io.axiom.runtime.reaction;

import io.axiom.eventstore.EventLog;
import io.axiom.language.RecordedEvent;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.LogTail;
import io.axiom.runtime.log.Pace;
import io.axiom.runtime.projection.StoredPositions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Feeds reactors from this service's own log while this instance leads. */
public final class Reactors implements Leadership.Duty {
    private static final Logger LOG = LoggerFactory.getLogger(Reactors.class);
    private static final int BATCH = 100;
    private static final Duration APART = Duration.ofMillis(10);
    /** An event whose reaction fails this often is left behind, so that it does not stop the reactions to all others. */
    private static final int ATTEMPTS = 8;

    private final String context;
    private final EventLog log;
    private final History history;
    private final List<Reactor> reactors;
    private final StoredPositions stored;
    private final List<LogTail> tails = new CopyOnWriteArrayList<>();
    private final Map<String, Failing> failing = new ConcurrentHashMap<>();

    private record Failing(long position, int attempts) {}

    public Reactors(String context, EventLog log, History history, List<Reactor> reactors, StoredPositions stored) {
        this.context = context;
        this.log = log;
        this.history = history;
        this.reactors = List.copyOf(reactors);
        this.stored = stored;
    }

    /** Resumes first; both are tried again when they fail. */
    private final class Reaction implements LogTail.Step {
        private final Reactor reactor;
        private boolean resumed;
        private long position;

        Reaction(Reactor reactor) {
            this.reactor = reactor;
        }

        @Override
        public long run() throws Exception {
            if (!resumed) {
                reactor.resume();
                position = stored.read(nameOf(reactor), context).position();
                resumed = true;
            }
            List<RecordedEvent> events = history.follow(position, BATCH);
            long before = position;
            try {
                for (RecordedEvent event : events) {
                    react(reactor, event);
                    position = event.position();
                }
            } finally {
                if (position > before) {
                    stored.store(nameOf(reactor), context, position, 0);
                }
            }
            return position;
        }
    }

    @Override
    public void lead() {
        for (Reactor reactor : reactors) {
            tails.add(LogTail.start("reactor-" + reactor.name(), log, Pace.of(APART), new Reaction(reactor)));
        }
    }

    private void react(Reactor reactor, RecordedEvent event) throws Exception {
        try {
            reactor.react(event);
            failing.remove(reactor.name());
        } catch (InterruptedException | DataAccessException e) {
            throw e;
        } catch (Exception e) {
            Failing before = failing.get(reactor.name());
            int attempts = before != null && before.position() == event.position() ? before.attempts() + 1 : 1;
            if (attempts < ATTEMPTS) {
                failing.put(reactor.name(), new Failing(event.position(), attempts));
                throw e;
            }
            failing.remove(reactor.name());
            LOG.error(
                    "Reactor {} gives up on {} ({}) after {} attempts",
                    reactor.name(),
                    event.reference(),
                    event.type(),
                    attempts,
                    e);
        }
    }

    private static String nameOf(Reactor reactor) {
        return "reactor:" + reactor.name();
    }

    @Override
    public void stepDown() {
        reactors.forEach(Reactor::suspend);
        tails.forEach(LogTail::close);
        tails.clear();
    }
}
