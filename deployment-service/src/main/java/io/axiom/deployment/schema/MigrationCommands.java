package io.axiom.deployment.schema;

import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Reply;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.Step;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.SchemaLevel;
import io.axiom.language.migration.WayBackGrade;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@link SchemaChanges} by commands to migration-service over Kafka; how its runs end is heard from its events. */
@Component
final class MigrationCommands implements SchemaChanges {
    private static final String BUSY = "migration.run-active";
    /** Answers after which the schema stays as it is, and that is what was asked for. */
    private static final Set<String> STAYS = Set.of(
            "migration.irreversible",
            "migration.loses-later-data",
            "migration.way-back-unproven",
            "migration.no-way-back",
            "migration.applied-since");

    private final MigrationService service;
    private final KnownSchemas schemas;
    private final SchemaUsers users;

    MigrationCommands(MigrationService service, KnownSchemas schemas, SchemaUsers users) {
        this.service = service;
        this.schemas = schemas;
        this.users = users;
    }

    @Override
    public Outcome migrate(By by, String database, SchemaLevel need, boolean known, CommandContext context)
            throws InterruptedException {
        if (known && schemas.applied(database).stream().anyMatch(migration -> migration.is(need.level()))) {
            return new Done(database + " has " + need.level());
        }
        awaitIdle(database);
        Migrate migrate = new Migrate(database, need.source(), need.level(), null, null, by.reason());
        try {
            return ended(service.ask(migrate, context), database + " has " + need.level(), "applied to " + database);
        } catch (RejectedException refused) {
            return failed(refused.rejection());
        }
    }

    @Override
    public Outcome rollBack(By by, Step.RollBackMigrations step, CommandContext context) throws InterruptedException {
        String database = step.database();
        for (int attempt = 1; ; attempt++) {
            awaitIdle(database);
            Optional<String> user = users.needing(
                    by.environment(), Set.of(by.component()), database, schemas.appliedBy(database, step.runs()));
            if (user.isPresent()) {
                return new Done(stays(database, user.get() + '.'));
            }
            try {
                return ended(
                        service.ask(command(by, step), attempt == 1 ? context : again(context, attempt)),
                        "nothing of it is on " + database,
                        "taken back on " + database);
            } catch (RejectedException refused) {
                Rejection rejection = refused.rejection();
                if (STAYS.contains(rejection.code())) {
                    return new Done(stays(database, rejection.detail()));
                }
                // Another run began in between: a migration that was under way when its deployment was aborted.
                if (!rejection.code().equals(BUSY)) {
                    return failed(rejection);
                }
            }
        }
    }

    private static RollBackMigrations command(By by, Step.RollBackMigrations step) {
        boolean force = step.accepted() == WayBackGrade.IRREVERSIBLE;
        return new RollBackMigrations(
                step.database(), null, null, null, null, step.runs(), by.reason(), null, step.accepted(), force);
    }

    private static CommandContext again(CommandContext context, int attempt) {
        return new CommandContext(
                context.commandId() + '-' + attempt,
                context.actor(),
                context.at(),
                context.correlationId(),
                context.cause(),
                context.traceparent());
    }

    private static String stays(String database, String why) {
        return database + " stays as it is: " + why + " See: axiom migration list " + database;
    }

    private Outcome ended(Reply.Accepted accepted, String nothing, String done) throws InterruptedException {
        String runId = accepted.result().get("runId");
        if (runId == null) {
            return new Done(nothing);
        }
        KnownSchemas.Run run = service.await(() -> schemas.run(runId).filter(found -> !found.running()));
        RunFailure failure = run.failure();
        String count = accepted.result().getOrDefault("migrations", "");
        return failure == null
                ? new Done(count + (count.equals("1") ? " migration " : " migrations ") + done)
                : new Failed(new Cause(failure.code(), failure.detail() + ' ' + failure.state(), failure.next()));
    }

    private void awaitIdle(String database) throws InterruptedException {
        service.await(() -> schemas.running(database).isEmpty() ? Optional.of(database) : Optional.empty());
    }

    private static Failed failed(Rejection rejection) {
        return new Failed(new Cause(rejection.code(), rejection.detail(), rejection.next()));
    }
}
