package io.axiom.migration.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.Actor;
import io.axiom.language.CommandContext;
import io.axiom.language.deployment.Strictness;
import io.axiom.language.migration.DatabaseCommand;
import io.axiom.language.migration.DatabaseCommand.ChangeDatabase;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.DatabaseCommand.RegisterDatabase;
import io.axiom.language.migration.DatabaseCommand.UnstickMigrations;
import io.axiom.language.migration.DatabaseCredentials;
import io.axiom.language.migration.DatabaseEvent;
import io.axiom.language.migration.DatabaseEvent.DatabaseRegistered;
import io.axiom.language.migration.DatabaseEvent.MigrationCompleted;
import io.axiom.language.migration.DatabaseEvent.MigrationFailed;
import io.axiom.language.migration.DatabaseEvent.MigrationPlanned;
import io.axiom.language.migration.DatabaseEvent.MigrationRolledBack;
import io.axiom.language.migration.DatabaseEvent.MigrationRunCompleted;
import io.axiom.language.migration.DatabaseEvent.MigrationRunFailed;
import io.axiom.language.migration.DatabaseEvent.MigrationStarted;
import io.axiom.language.migration.DatabaseEvent.MigrationsUnstuck;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.MigrationPolicy;
import io.axiom.language.migration.MigrationSource;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseDeciderTest {
    private static final MigrationSource SOURCE = new MigrationSource("/migrations", null, null);

    private final DatabaseDecider decider = new DatabaseDecider();
    private DatabaseState state = decider.initial();

    private List<DatabaseEvent> given(DatabaseInput input) {
        return switch (decide(input)) {
            case Decision.Accepted<DatabaseEvent> accepted -> {
                accepted.events().forEach(event -> state = decider.evolve(state, event));
                yield accepted.events();
            }
            case Decision.Refused<DatabaseEvent>(var rejection) -> throw new AssertionError(rejection);
        };
    }

    private Decision<DatabaseEvent> decide(DatabaseInput input) {
        return decider.decide(state, input, CommandContext.of("c-1", Actor.service("test"), Instant.EPOCH));
    }

    private String refusal(DatabaseInput input) {
        return decide(input) instanceof Decision.Refused<DatabaseEvent>(var rejection) ? rejection.code() : "accepted";
    }

    private static DatabaseInput asked(DatabaseCommand command) {
        return new DatabaseInput.Asked(command);
    }

    private static DatabaseInput register(String url, @Nullable DatabaseCredentials credentials) {
        return asked(new RegisterDatabase("orders", "staging", url, credentials, null));
    }

    private void registered() {
        given(register("jdbc:postgresql://db/orders", null));
    }

    private static PlannedMigration migration(String id) {
        return new PlannedMigration(
                id,
                id,
                "name " + id,
                "schema",
                "sum-" + id,
                2,
                true,
                WayBackGrade.LOSSLESS,
                true,
                List.of(),
                List.of(),
                List.of(),
                "digest-" + id);
    }

    private static DatabaseInput planned(Migrate command, RunPlan.Concern... concerns) {
        return new DatabaseInput.Planned(
                command, new RunPlan(Direction.UP, List.of(migration("1"), migration("2")), "hash", List.of(concerns)));
    }

    private static Migrate migrate(@Nullable String planHash, boolean force, @Nullable String reason) {
        return new Migrate("orders", SOURCE, null, planHash, force, reason);
    }

    private String runId() {
        return ((Registered) state).lastRun().orElseThrow().runId();
    }

    private List<DatabaseEvent> report(RunFact... facts) {
        return given(new DatabaseInput.Report("orders", runId(), List.of(facts)));
    }

    private static RunFailure failure() {
        return new RunFailure("code", "what", 2, "state", "next");
    }

    @Test
    void knowsTheEngineFromTheUrl() {
        assertThat(given(register("jdbc:mysql://db/orders", null)))
                .singleElement()
                .isInstanceOfSatisfying(
                        DatabaseRegistered.class,
                        event -> assertThat(event.engine()).isEqualTo("mariadb"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/orders?user=a&password=geheim, migration.secret-in-url",
        "jdbc:postgresql://a:geheim@db/orders, migration.secret-in-url",
        "jdbc:oracle:thin:@db, migration.database-url-unknown"
    })
    void refusesUrlsWithoutRepeatingTheirSecrets(String url, String code) {
        assertThat(refusal(register(url, null))).isEqualTo(code);
        assertThat(decide(register(url, null)).toString()).doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"geheim", "env:", "env:A B", "file:relative", "vault:x"})
    void takesPasswordsOnlyByReference(String password) {
        DatabaseInput input = register("jdbc:postgresql://db/orders", new DatabaseCredentials("app", password));
        assertThat(refusal(input)).isEqualTo("migration.password-not-a-reference");
        assertThat(decide(input).toString()).doesNotContain("geheim");
    }

    @Test
    void isRegisteredOnceAndStaysWithItsEngine() {
        registered();
        assertThat(refusal(register("jdbc:postgresql://db/orders", null))).isEqualTo("migration.database-exists");
        assertThat(refusal(asked(new ChangeDatabase("orders", "jdbc:sqlite:/o.db", null, null))))
                .isEqualTo("migration.engine-fixed");
        MigrationPolicy policy = new MigrationPolicy(Strictness.REFUSE, null, false);
        given(asked(new ChangeDatabase("orders", null, null, policy)));
        assertThat(((Registered) state).policy()).isEqualTo(policy);
        assertThat(given(asked(new ChangeDatabase("orders", null, null, policy))))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotRegistered() {
        assertThat(refusal(planned(migrate(null, false, null)))).isEqualTo("migration.database-not-found");
    }

    @Test
    void runsOnePlanAtATimeAndTellsWhichIsInTheWay() {
        registered();
        assertThat(given(planned(migrate("hash", false, null)))).singleElement().isInstanceOf(MigrationPlanned.class);
        assertThat(refusal(planned(migrate(null, false, null)))).isEqualTo("migration.run-active");
    }

    @Test
    void refusesAPlanThatIsNoLongerTheOneShown() {
        registered();
        assertThat(refusal(planned(migrate("other", false, null)))).isEqualTo("migration.plan-changed");
    }

    @Test
    void letsThroughWhatThePolicyRefusesOnlyWithForceAndReason() {
        registered();
        RunPlan.Concern concern = new RunPlan.Concern("migration.way-back-unproven", "No way back.", true);
        assertThat(refusal(planned(migrate(null, false, null), concern))).isEqualTo("migration.way-back-unproven");
        assertThat(refusal(planned(migrate(null, true, " "), concern))).isEqualTo("request.field-missing");
        assertThat(given(planned(migrate(null, true, "agreed"), concern)))
                .singleElement()
                .isInstanceOfSatisfying(
                        MigrationPlanned.class,
                        event -> assertThat(event.warnings()).containsExactly("No way back."));
    }

    @Test
    void followsARunToItsEndWhateverIsToldTwice() {
        registered();
        given(planned(migrate(null, false, null)));
        assertThat(report(new RunFact.Started("1"), new RunFact.Done("1", 5)))
                .hasOnlyElementsOfTypes(MigrationStarted.class, MigrationCompleted.class);
        assertThat(report(new RunFact.Started("1"), new RunFact.Done("1", 5))).isEmpty();
        assertThat(((Registered) state).applied()).containsOnlyKeys("1");
        assertThat(report(new RunFact.Done("2", 5), new RunFact.Ended(null)))
                .hasOnlyElementsOfTypes(MigrationCompleted.class, MigrationRunCompleted.class);
        assertThat(report(new RunFact.Ended(null))).isEmpty();
        assertThat(((Registered) state).applied()).containsOnlyKeys("1", "2");
    }

    @Test
    void aFailedMigrationEndsTheRunAndKeepsWhatWasApplied() {
        registered();
        given(planned(migrate(null, false, null)));
        assertThat(report(
                        new RunFact.Done("1", 5),
                        new RunFact.Started("2"),
                        new RunFact.Failed("2", failure()),
                        new RunFact.Ended(failure())))
                .hasExactlyElementsOfTypes(
                        MigrationCompleted.class,
                        MigrationStarted.class,
                        MigrationFailed.class,
                        MigrationRunFailed.class);
        assertThat(((Registered) state).applied()).containsOnlyKeys("1");
        assertThat(((Registered) state).running()).isEmpty();
    }

    @Test
    void anEndBeforeTheLastMigrationIsNoCompletion() {
        registered();
        given(planned(migrate(null, false, null)));
        assertThat(report(new RunFact.Done("1", 5), new RunFact.Ended(null)))
                .hasExactlyElementsOfTypes(MigrationCompleted.class, MigrationRunFailed.class);
    }

    @Test
    void whatIsTakenBackIsNoLongerApplied() {
        registered();
        given(planned(migrate(null, false, null)));
        report(new RunFact.Done("1", 5), new RunFact.Done("2", 5), new RunFact.Ended(null));
        given(new DatabaseInput.Planned(
                new DatabaseCommand.RollBackMigrations("orders", 1, null, null, null, null, "slow", null, null, null),
                new RunPlan(Direction.DOWN, List.of(migration("2")), "back", List.of())));
        assertThat(report(new RunFact.Done("2", 7), new RunFact.Ended(null)))
                .hasExactlyElementsOfTypes(MigrationRolledBack.class, MigrationRunCompleted.class);
        assertThat(((Registered) state).applied()).containsOnlyKeys("1");
    }

    @Test
    void aRunThatIsGivenUpIsOverAndItsLateReportsAreDropped() {
        registered();
        assertThat(refusal(new DatabaseInput.Unstick(new UnstickMigrations("orders", "dead"), "")))
                .isEqualTo("migration.not-stuck");
        given(planned(migrate(null, false, null)));
        assertThat(given(new DatabaseInput.Unstick(new UnstickMigrations("orders", "dead"), "someone")))
                .singleElement()
                .isInstanceOf(MigrationsUnstuck.class);
        assertThat(((Registered) state).running()).isEmpty();
        assertThat(report(new RunFact.Done("1", 5))).isEmpty();
    }
}
