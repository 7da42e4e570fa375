package io.axiom.migration.registry;

import io.axiom.language.RejectedException;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The states of databases, now or as of a position. What was read once is kept, so that a long stream is not read again. */
public final class CurrentDatabases {
    private static final int KEPT = 500;

    private final Supplier<History> history;
    private final DatabaseDecider decider = new DatabaseDecider();
    private final Map<String, Versioned<DatabaseState>> recent = new ConcurrentHashMap<>();

    public CurrentDatabases(Supplier<History> history) {
        this.history = history;
    }

    private Versioned<DatabaseState> state(String databaseId) {
        Versioned<DatabaseState> known = recent.get(databaseId);
        Versioned<DatabaseState> now = known == null
                ? history.get().stateOf(decider, databaseId, History.NOW)
                : history.get().catchUp(decider, databaseId, known);
        if (now.exists()) {
            if (recent.size() >= KEPT) {
                recent.clear();
            }
            recent.merge(databaseId, now, (a, b) -> b.sequence() >= a.sequence() ? b : a);
        }
        return now;
    }

    /** {@code migration.database-not-found} where there is none. */
    public Registered require(String databaseId) {
        return find(databaseId).state();
    }

    /** The same, with where in the log it is from. */
    public Versioned<Registered> find(String databaseId) {
        Versioned<DatabaseState> now = state(databaseId);
        if (now.state() instanceof Registered database) {
            return new Versioned<>(database, now.sequence(), now.position());
        }
        throw new RejectedException(Refusals.notFound(databaseId));
    }

    /** Ids of the migrations that were applied as of a position. */
    public Set<String> appliedAt(String databaseId, long position) {
        return history.get().stateOf(decider, databaseId, position).state() instanceof Registered database
                ? database.applied().keySet()
                : Set.of();
    }
}
