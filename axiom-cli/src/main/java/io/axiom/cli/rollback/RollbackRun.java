package io.axiom.cli.rollback;

import io.axiom.cli.ExitCode;
import io.axiom.cli.Session;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Data;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Mark;
import io.axiom.cli.text.OutputFormat;
import io.axiom.cli.text.Times;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.EnvironmentRollbackView;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A rollback of an environment that was started: what it is called, and on request its way to the end. */
final class RollbackRun {
    private final Session session;
    private final Api api;
    private final Ink ink;
    private final OutputFormat format;
    private final Set<String> told = new HashSet<>();

    RollbackRun(Session session, Api api, Ink ink, OutputFormat format) {
        this.session = session;
        this.api = api;
        this.ink = ink;
        this.format = format;
    }

    int report(JsonNode started, boolean watch) {
        // deployment-service asked directly answers with its reply, the gateway with what is in it.
        String id = started.path("rollbackId")
                .asString(started.path("result").path("rollbackId").asString(""));
        if (watch && !id.isEmpty()) {
            return follow(id);
        }
        if (format != OutputFormat.table) {
            Data.print(format, started, session.out());
        } else {
            line(ink.good("✔") + " Rollback " + id + " is under way.");
            line("  Next: " + session.command() + " deployment list");
        }
        return ExitCode.DONE;
    }

    private int follow(String id) {
        while (true) {
            JsonNode answer = api.get(Resource.of("api", "rollbacks", id));
            EnvironmentRollbackView rollback = Api.as(answer, EnvironmentRollbackView.class);
            if (format == OutputFormat.table) {
                new TreeMap<>(rollback.components()).values().forEach(this::component);
            }
            if (rollback.status().ended()) {
                end(answer, rollback);
                return rollback.status() == DeploymentStatus.FAILED ? ExitCode.FAILED : ExitCode.DONE;
            }
            pause();
        }
    }

    private void component(String run) {
        DeploymentView view = api.get(Resource.of("api", "deployments", run), DeploymentView.class);
        if (told.add(run + view.status() + view.currentStep())) {
            String step = view.currentStep();
            line(Mark.of(
                            view.status() == DeploymentStatus.ROLLED_BACK ? DeploymentStatus.COMPLETED : view.status(),
                            ink)
                    + ' ' + run + "  " + view.version() + "  "
                    + (step == null ? view.status().word() : Ink.clean(step)));
            if (view.status().ended()) {
                view.steps().forEach(this::done);
            }
        }
    }

    private void done(DeploymentView.StepView step) {
        if (step.detail() != null) {
            line("    " + Mark.of(step.status(), ink) + ' ' + Ink.clean(step.description()) + ": "
                    + Ink.clean(step.detail()));
        }
    }

    private void end(JsonNode answer, EnvironmentRollbackView rollback) {
        if (format != OutputFormat.table) {
            Data.print(format, answer, session.out());
            return;
        }
        Cause error = rollback.error();
        if (rollback.status() == DeploymentStatus.FAILED) {
            line(ink.bad("✖") + " Rollback " + rollback.rollbackId() + " failed.");
            if (error != null) {
                line("  Why: " + Ink.clean(error.detail()) + " [" + Ink.clean(error.code()) + ']');
                line("  Next: " + Ink.clean(error.next()));
            }
        } else {
            String took = rollback.endedAt() == null
                    ? ""
                    : " after " + Times.span(Duration.between(rollback.startedAt(), rollback.endedAt()));
            line(ink.good("✔") + ' ' + rollback.environmentId() + " is back to "
                    + Ink.clean(rollback.plan().to()) + took + '.');
        }
        session.out().flush();
    }

    private void line(String text) {
        PrintWriter out = session.out();
        out.println(text);
        out.flush();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
