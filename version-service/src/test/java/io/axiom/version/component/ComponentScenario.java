package io.axiom.version.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.Rejection;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.List;

/** Given events, when a command, then events or a refusal. */
record ComponentScenario(ComponentState state) {
    private static final ComponentDecider DECIDER = new ComponentDecider();
    private static final CommandContext CONTEXT =
            CommandContext.of("c-1", Actor.LOCAL, Instant.parse("2026-11-20T12:00:00Z"));

    static ComponentScenario given(VersionEvent... events) {
        ComponentState state = DECIDER.initial();
        for (VersionEvent event : events) {
            state = DECIDER.evolve(state, event);
        }
        return new ComponentScenario(state);
    }

    /** Registered, with these versions created in order; channels as they came. */
    static ComponentScenario givenVersions(String... versions) {
        ComponentScenario scenario = given(registered());
        for (String version : versions) {
            scenario = scenario.after(new VersionCommand.CreateVersion("agent", version, null, null, null, null, null));
        }
        return scenario;
    }

    /** The state once the command's events have happened. */
    ComponentScenario after(VersionCommand command) {
        ComponentState next = state;
        for (VersionEvent event : when(command).events()) {
            next = DECIDER.evolve(next, event);
        }
        return new ComponentScenario(next);
    }

    ComponentScenario and(VersionEvent event) {
        return new ComponentScenario(DECIDER.evolve(state, event));
    }

    String channel(String name) {
        return state instanceof ComponentState.Registered component
                ? component.channels().getOrDefault(name, "none")
                : "unregistered";
    }

    static ComponentRegistered registered() {
        return new ComponentRegistered("agent", null);
    }

    Outcome when(VersionCommand command) {
        return when(new ComponentInput.Asked(command));
    }

    Outcome when(ComponentInput input) {
        return new Outcome(DECIDER.decide(state, input, CONTEXT));
    }

    record Outcome(Decision<VersionEvent> decision) {
        Outcome then(VersionEvent... events) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Accepted.class,
                            accepted -> assertThat(accepted.events()).isEqualTo(List.of(events)));
            return this;
        }

        /** The first event; what else happens is another test's matter. */
        Outcome thenFirst(VersionEvent event) {
            assertThat(events().getFirst()).isEqualTo(event);
            return this;
        }

        List<VersionEvent> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted<VersionEvent>) decision).events();
        }

        Rejection rejection() {
            assertThat(decision).isInstanceOf(Decision.Refused.class);
            return ((Decision.Refused<VersionEvent>) decision).rejection();
        }

        void thenNothing() {
            then();
        }

        void andResult(String name, String value) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Accepted.class,
                            accepted -> assertThat(accepted.result().get(name)).isEqualTo(value));
        }

        void thenRefused(String code, Rejection.Kind kind) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                assertThat(refused.rejection().code()).isEqualTo(code);
                assertThat(refused.rejection().kind()).isEqualTo(kind);
                assertThat(refused.rejection().detail()).hasSizeLessThan(700);
                assertThat(refused.rejection().next()).isNotBlank();
            });
        }
    }
}
