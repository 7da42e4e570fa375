package io.axiom.deployment.execution;

import io.axiom.language.RecordedEvent;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentCreated;
import io.axiom.language.deployment.EnvironmentEvent.PolicyChanged;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Target;
import io.axiom.runtime.log.History;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Of each environment what its effects need: target, router, how long to drain. Read from the log when first asked for. */
final class EnvironmentSettings {
    static final String AGGREGATE_TYPE = "environment";

    /** @param router null when none stands in front */
    record Settings(Target.Processes target, @Nullable RouterAddress router, Duration drainTimeout) {}

    private final History history;
    private final Duration defaultDrainTimeout;
    private final Map<String, Settings> known = new ConcurrentHashMap<>();

    EnvironmentSettings(History history, Duration defaultDrainTimeout) {
        this.history = history;
        this.defaultDrainTimeout = defaultDrainTimeout;
    }

    Settings of(String environment) {
        return known.computeIfAbsent(environment, this::read);
    }

    /** Something about the environment changed. */
    void forget(String environment) {
        known.remove(environment);
    }

    private Settings read(String environment) {
        Target.Processes target = new Target.Processes(null, null);
        RouterAddress router = null;
        Policy policy = Policy.DEFAULTS;
        for (RecordedEvent recorded : history.stream(AGGREGATE_TYPE, environment, History.NOW)) {
            if (recorded.event() instanceof EnvironmentCreated created) {
                target = switch (created.target()) {
                    case Target.Processes processes -> processes;
                };
                router = created.router();
                policy = created.policy();
            } else if (recorded.event() instanceof PolicyChanged changed) {
                policy = changed.policy();
            }
        }
        Duration drain = policy.drainTimeout();
        return new Settings(target, router, drain == null ? defaultDrainTimeout : drain);
    }
}
