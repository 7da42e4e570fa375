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

    static ComponentRegistered registered() {
        return new ComponentRegistered("agent", null);
    }

    Outcome when(VersionCommand command) {
        return new Outcome(DECIDER.decide(state, command, CONTEXT));
    }

    record Outcome(Decision<VersionEvent> decision) {
        Outcome then(VersionEvent... events) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Accepted.class,
                            accepted -> assertThat(accepted.events()).isEqualTo(List.of(events)));
            return this;
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
                assertThat(refused.rejection().detail()).hasSizeLessThan(600);
                assertThat(refused.rejection().next()).isNotBlank();
            });
        }
    }
}
