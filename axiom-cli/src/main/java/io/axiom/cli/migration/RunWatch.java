package io.axiom.cli.migration;

import io.axiom.cli.ExitCode;
import io.axiom.cli.Session;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Data;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.OutputFormat;
import io.axiom.cli.text.Screen;
import io.axiom.cli.text.TerminalSize;
import io.axiom.language.migration.view.MigrationRunView;
import io.axiom.language.migration.view.MigrationRunView.Item;
import io.axiom.language.migration.view.MigrationRunView.ItemStatus;
import io.axiom.language.migration.view.RunStatus;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Follows a run to its end: redrawn on a terminal, new lines elsewhere. */
final class RunWatch {
    private static final long PAUSE_MILLIS = 200;

    private final Session session;
    private final Api api;
    private final RunText text;
    private final OutputFormat format;
    private final Screen screen;
    private final Set<String> told = new HashSet<>();

    RunWatch(Session session, Api api, Ink ink, OutputFormat format) {
        this.session = session;
        this.api = api;
        this.text = new RunText(ink);
        this.format = format;
        this.screen = new Screen(session.out(), session.terminal() ? TerminalSize.rows() : Integer.MAX_VALUE);
    }

    /** Returns when the run has ended: 0 when it is completed, 1 when it failed. */
    int follow(String database, String runId) {
        while (true) {
            JsonNode answer = api.get(Resource.of("api", "databases", database, "runs", runId));
            MigrationRunView run = Api.as(answer, MigrationRunView.class);
            if (format == OutputFormat.table) {
                show(run);
            }
            if (run.status() != RunStatus.RUNNING) {
                if (format != OutputFormat.table) {
                    Data.print(format, answer, session.out());
                }
                return run.status() == RunStatus.COMPLETED ? ExitCode.DONE : ExitCode.FAILED;
            }
            pause();
        }
    }

    private void show(MigrationRunView run) {
        if (session.terminal()) {
            screen.draw(text.lines(run));
            return;
        }
        for (Item item : run.migrations()) {
            boolean ended = item.status() == ItemStatus.COMPLETED || item.status() == ItemStatus.FAILED;
            if (ended && told.add(item.migrationId())) {
                session.out().println(text.line(item, run.direction()));
            }
        }
        text.end(run).forEach(session.out()::println);
        session.out().flush();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
