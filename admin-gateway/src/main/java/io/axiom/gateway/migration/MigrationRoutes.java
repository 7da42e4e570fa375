package io.axiom.gateway.migration;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Command;
import io.axiom.language.Contexts;
import io.axiom.language.migration.request.BaselineRequest;
import io.axiom.language.migration.request.LintRequest;
import io.axiom.language.migration.request.MigrateRequest;
import io.axiom.language.migration.request.MigrationRollbackRequest;
import io.axiom.language.migration.request.RepairRequest;
import io.axiom.language.migration.request.SchemaDiffRequest;
import io.axiom.language.migration.request.UnstickRequest;
import io.axiom.language.migration.view.LintView;
import io.axiom.language.migration.view.MigrationPlanView;
import io.axiom.language.migration.view.SchemaDiffView;
import io.axiom.runtime.web.BodyLimit;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.ServerResponse;

/** Migrating and taking back, and questions about SQL. */
@Configuration(proxyBeanMethods = false)
class MigrationRoutes {
    /** What fits into one command on Kafka. */
    private static final int LARGEST_SOURCE = 1_900_000;

    private static final String OTHER_WAYS =
            "Send less at once. Migrations that are larger migration-service reads itself: give"
                    + " source.git, or source.directory, instead of source.files.";

    @Bean
    Routes migrations(Dispatch dispatch, Forwarding forwarding) {
        return () -> List.of(
                sent("/migrate", "Apply what is pending, or show the plan with dryRun.")
                        .body(MigrateRequest.class)
                        .answers(200, MigrationPlanView.class, "The plan of a dry run; nothing happened.")
                        .answers(201, Answer.Accepted.class, "Begun; see Location.")
                        .by(call -> {
                            MigrateRequest request = call.body(MigrateRequest.class);
                            return Boolean.TRUE.equals(request.dryRun())
                                    ? forwarding.forwardBody(Contexts.MIGRATION, call)
                                    : run(dispatch, call, request.toCommand(call.path("database")));
                        }),
                sent("/rollback", "Take migrations back, or show the plan with dryRun.")
                        .body(MigrationRollbackRequest.class)
                        .answers(200, MigrationPlanView.class, "The plan of a dry run; nothing happened.")
                        .answers(201, Answer.Accepted.class, "Begun; see Location.")
                        .by(call -> {
                            MigrationRollbackRequest request = call.body(MigrationRollbackRequest.class);
                            return Boolean.TRUE.equals(request.dryRun())
                                    ? forwarding.forwardBody(Contexts.MIGRATION, call)
                                    : run(dispatch, call, request.toCommand(call.path("database")));
                        }),
                sent("/baseline", "Take migrations as applied that someone else applied.")
                        .body(BaselineRequest.class)
                        .answers(200, Answer.Accepted.class, "Taken as applied.")
                        .by(decide(
                                dispatch,
                                call -> call.body(BaselineRequest.class).toCommand(call.path("database")))),
                sent(
                                "/migrations/{migration}/repair",
                                "Take the source's text of an applied migration as the right one.")
                        .body(RepairRequest.class)
                        .answers(200, Answer.Accepted.class, "Repaired.")
                        .by(decide(
                                dispatch,
                                call -> call.body(RepairRequest.class)
                                        .toCommand(call.path("database"), call.path("migration")))),
                sent("/unstick", "Free a database from a run that no longer goes on.")
                        .body(UnstickRequest.class)
                        .answers(200, Answer.Accepted.class, "Free.")
                        .by(decide(
                                dispatch,
                                call -> call.body(UnstickRequest.class).toCommand(call.path("database")))),
                Endpoint.ask("/api/migrations/lint", DatabaseRoutes.TAG, "What is dangerous in SQL, before it runs.")
                        .body(LintRequest.class)
                        .content("application/json", DatabaseRoutes.LARGEST)
                        .answers(200, LintView.class, "The findings, in the order of the script.")
                        .by(call -> forwarding.forwardBody(Contexts.MIGRATION, call)),
                Endpoint.ask("/api/migrations/schema/diff", DatabaseRoutes.TAG, "How two schemas given as SQL differ.")
                        .body(SchemaDiffRequest.class)
                        .content("application/json", DatabaseRoutes.LARGEST)
                        .answers(200, SchemaDiffView.class, "The differences, and the statements that lead over.")
                        .by(call -> forwarding.forwardBody(Contexts.MIGRATION, call)));
    }

    private static Endpoint sent(String path, String summary) {
        return Endpoint.post(DatabaseRoutes.DATABASE + path, DatabaseRoutes.TAG, summary)
                .content("application/json", LARGEST_SOURCE, OTHER_WAYS);
    }

    private static Endpoint.Handler decide(Dispatch dispatch, Function<Call, Command> command) {
        return call -> dispatch.send(call, Contexts.MIGRATION, command.apply(call));
    }

    private static ServerResponse run(Dispatch dispatch, Call call, Command command) {
        return dispatch.send(call, Contexts.MIGRATION, command, accepted -> {
            String runId = accepted.result().get("runId");
            return runId == null
                    ? null
                    : "/api/databases/" + Forwarding.segment(call.path("database")) + "/runs/" + runId;
        });
    }

    @Bean
    BodyLimit databaseBodies() {
        return new BodyLimit("/api/databases/**", DatabaseRoutes.LARGEST, OTHER_WAYS);
    }

    @Bean
    BodyLimit migrationBodies() {
        return new BodyLimit("/api/migrations/**", DatabaseRoutes.LARGEST);
    }
}
