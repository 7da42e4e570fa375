package io.axiom.router.proxy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Looks at everything under way on one event loop a few times a second and ends what takes too long. Cheaper than a timer per
 * request, and one place for all limits.
 */
final class Watchdog {
    static final long PERIOD_MILLIS = 250;

    interface Watched {
        void check(long nowNanos);
    }

    private final Set<Watched> watched = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Watched it) {
        watched.add(it);
    }

    void remove(Watched it) {
        watched.remove(it);
    }

    int size() {
        return watched.size();
    }

    void check() {
        long now = System.nanoTime();
        new ArrayList<>(watched).forEach(it -> it.check(now));
    }
}
