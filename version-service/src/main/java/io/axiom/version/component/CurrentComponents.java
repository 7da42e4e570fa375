package io.axiom.version.component;

import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The states of components as they are now. Those asked about last are kept, so that a long stream is not read again. */
public final class CurrentComponents implements Function<String, ComponentState> {
    private static final int KEPT = 500;

    private final Supplier<History> history;
    private final ComponentDecider decider = new ComponentDecider();
    private final Map<String, Versioned<ComponentState>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Versioned<ComponentState>> eldest) {
            return size() > KEPT;
        }
    };

    public CurrentComponents(Supplier<History> history) {
        this.history = history;
    }

    @Override
    public ComponentState apply(String component) {
        Versioned<ComponentState> known = find(component);
        Versioned<ComponentState> now = known == null
                ? history.get().stateOf(decider, component, History.NOW)
                : history.get().catchUp(decider, component, known);
        if (now.exists()) {
            keep(component, now);
        }
        return now.state();
    }

    private synchronized @Nullable Versioned<ComponentState> find(String component) {
        return recent.get(component);
    }

    /** Of two that were read at once, the later one is kept. */
    private synchronized void keep(String component, Versioned<ComponentState> now) {
        recent.merge(component, now, (known, read) -> read.sequence() >= known.sequence() ? read : known);
    }
}
