package io.axiom.version.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.json.Json;
import io.axiom.language.version.ChannelCommand.MoveChannel;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.TagCommand.TagVersion;
import io.axiom.language.version.UpgradeCommand.DeclareCompatibility;
import io.axiom.language.version.UpgradeCommand.LiftStop;
import io.axiom.language.version.UpgradeCommand.RecordTestResult;
import io.axiom.language.version.UpgradeCommand.RequireStop;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.EndVersion;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.component.ComponentState.Registered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds after any sequence of commands. */
class ComponentProperties {
    private static final ComponentDecider DECIDER = new ComponentDecider();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(86_400);
    private static final CommandContext CONTEXT = CommandContext.of("c-1", Actor.LOCAL, NOW);

    @Property
    void noNumberIsEverUsedTwiceAndLinesOnlyGoUp(@ForAll("commands") List<VersionCommand> commands) {
        List<SemanticVersion> created = run(commands).stream()
                .filter(VersionCreated.class::isInstance)
                .map(event -> SemanticVersion.parse(((VersionCreated) event).version()))
                .toList();

        for (int i = 0; i < created.size(); i++) {
            SemanticVersion version = created.get(i);
            List<SemanticVersion> sameLine = created.subList(0, i).stream()
                    .filter(earlier -> earlier.major().equals(version.major())
                            && earlier.minor().equals(version.minor()))
                    .toList();
            assertThat(sameLine).allSatisfy(earlier -> assertThat(earlier).isLessThan(version));
        }
    }

    @Property
    void anySplitOfTheStreamGivesTheSameState(@ForAll("commands") List<VersionCommand> commands) {
        List<VersionEvent> events = run(commands);
        ComponentState whole = fold(DECIDER.initial(), events);

        for (int split = 0; split <= events.size(); split++) {
            ComponentState prefix = fold(DECIDER.initial(), events.subList(0, split));
            assertThat(fold(prefix, events.subList(split, events.size()))).isEqualTo(whole);
        }
        assertThat(Json.mapper().writeValueAsString(whole)).startsWith("{");
    }

    @Property
    void whatWasRefusedChangesNothingAndWhatWasDoneIsNotDoneAgain(@ForAll("commands") List<VersionCommand> commands) {
        ComponentState state = DECIDER.initial();
        for (VersionCommand command : commands) {
            if (DECIDER.decide(state, new ComponentInput.Asked(command), CONTEXT)
                    instanceof Decision.Accepted<VersionEvent> accepted) {
                state = fold(state, accepted.events());
                boolean counted = command instanceof CreateVersion create && create.increment() != null;
                if (!counted && !(command instanceof RecordTestResult)) {
                    assertThat(DECIDER.decide(state, new ComponentInput.Asked(command), CONTEXT))
                            .satisfies(again -> assertThat(
                                            again instanceof Decision.Accepted<VersionEvent> done
                                                    ? done.events()
                                                    : List.of())
                                    .isEmpty());
                }
            }
        }
    }

    @Property
    void channelsPointToVersionsThatCanBeUsedAndReleasesAreLatest(@ForAll("commands") List<VersionCommand> commands) {
        ComponentState state = DECIDER.initial();
        for (VersionEvent event : run(commands)) {
            state = DECIDER.evolve(state, event);
        }
        Registered component = (Registered) state;
        component
                .channels()
                .forEach((channel, target) -> assertThat(component.versions().find(SemanticVersion.parse(target)))
                        .as(channel)
                        .hasValueSatisfying(entry -> {
                            assertThat(entry.life().isUsable(CONTEXT.at())).isTrue();
                            assertThat(entry.version()).isEqualTo(target);
                        }));
        boolean anyRelease = component
                .versions()
                .highest((number, entry) ->
                        !number.isPrerelease() && entry.life().isUsable(CONTEXT.at()))
                .isPresent();
        assertThat(component.channels().containsKey("stable")).isEqualTo(anyRelease);
    }

    private static List<VersionEvent> run(List<VersionCommand> commands) {
        List<VersionEvent> events = new ArrayList<>();
        ComponentState state = DECIDER.initial();
        for (VersionCommand command : commands) {
            if (DECIDER.decide(state, new ComponentInput.Asked(command), CONTEXT)
                    instanceof Decision.Accepted<VersionEvent> accepted) {
                events.addAll(accepted.events());
                state = fold(state, accepted.events());
            }
        }
        return events;
    }

    private static ComponentState fold(ComponentState from, List<VersionEvent> events) {
        ComponentState state = from;
        for (VersionEvent event : events) {
            state = DECIDER.evolve(state, event);
        }
        return state;
    }

    @Provide
    Arbitrary<List<VersionCommand>> commands() {
        Arbitrary<String> number = Arbitraries.of("0", "1", "2", "3");
        Arbitrary<String> version = Combinators.combine(
                        number, number, number, Arbitraries.of("", "", "-rc.1", "-beta.0", "+a"))
                .as((major, minor, patch, rest) -> major + "." + minor + "." + patch + rest);
        Arbitrary<VersionCommand> explicit =
                version.map(v -> new CreateVersion("agent", v, null, null, null, null, null));
        Arbitrary<VersionCommand> counted = Arbitraries.of(
                        "major", "minor", "patch", "preminor", "prerelease", "release")
                .map(increment -> new CreateVersion("agent", null, increment, null, null, null, null));
        Arbitrary<VersionCommand> retired = Combinators.combine(version, version, Arbitraries.of(true, false))
                .as((v, other, yank) ->
                        yank ? new YankVersion("agent", v, "broken") : new DeprecateVersion("agent", v, other, "slow"));
        Arbitrary<VersionCommand> ended = Combinators.combine(
                        version, Arbitraries.of(NOW, LATER).injectNull(0.3))
                .as((v, at) -> new EndVersion("agent", v, at, null, "old"));
        Arbitrary<VersionCommand> moved = Combinators.combine(
                        version, Arbitraries.of("latest", "stable", "beta", "rc", "lts"))
                .as((v, channel) -> new MoveChannel("agent", channel, v, "said so"));
        Arbitrary<VersionCommand> related = Combinators.combine(version, version, Arbitraries.of(0, 1, 2, 3, 4))
                .as((from, to, which) -> switch (which) {
                    case 0 -> new RequireStop("agent", to, "converts");
                    case 4 -> new LiftStop("agent", to, "2.0.0 converts too");
                    case 1 -> new RecordTestResult("agent", from, to, true, "e2e", null);
                    case 2 -> new TagVersion("agent", from, "/srv/agent", null, null);
                    default ->
                        new DeclareCompatibility(
                                "agent", from, to, CompatibilityLevel.BREAKING, null, null, null, "tried");
                });
        return Arbitraries.oneOf(explicit, explicit, counted, retired, ended, moved, related)
                .list()
                .ofMaxSize(25)
                .map(list -> {
                    List<VersionCommand> all = new ArrayList<>();
                    all.add(new RegisterComponent("agent", null));
                    all.addAll(list);
                    return all;
                });
    }
}
