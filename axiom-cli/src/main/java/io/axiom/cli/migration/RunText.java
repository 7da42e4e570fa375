package io.axiom.cli.migration;

import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Times;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.view.MigrationRunView;
import io.axiom.language.migration.view.MigrationRunView.Item;
import io.axiom.language.migration.view.MigrationRunView.ItemStatus;
import io.axiom.language.migration.view.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run and how far it is. */
record RunText(Ink ink) {
    List<String> lines(MigrationRunView run) {
        List<String> lines = new ArrayList<>();
        run.migrations().forEach(item -> lines.add(line(item, run.direction())));
        lines.addAll(end(run));
        return lines;
    }

    String line(Item item, Direction direction) {
        String mark = switch (item.status()) {
            case PENDING -> ink.faint("·");
            case RUNNING -> ink.busy("⟳");
            case COMPLETED -> ink.good("✔");
            case FAILED -> ink.bad("✖");
        };
        String name = (item.version() == null ? "" : item.version() + "  ") + Ink.clean(item.name());
        return "  " + mark + ' ' + name + progress(item, direction);
    }

    private static String progress(Item item, Direction direction) {
        if (item.status() == ItemStatus.COMPLETED) {
            String took = item.millis() == null ? "" : " in " + Times.span(Duration.ofMillis(item.millis()));
            return (direction == Direction.UP ? "  applied" : "  taken back") + took;
        }
        if (item.percent() != null) {
            String left = item.secondsLeft() == null
                    ? ""
                    : ", " + Times.span(Duration.ofSeconds(item.secondsLeft())) + " left";
            return String.format(
                    Locale.ROOT,
                    "  %,d rows, %.1f %%, %,.0f rows/s%s",
                    item.rows(),
                    item.percent(),
                    item.rowsPerSecond(),
                    left);
        }
        return item.status() == ItemStatus.PENDING
                ? ""
                : "  statement " + item.statement() + " of " + item.statements();
    }

    List<String> end(MigrationRunView run) {
        RunFailure failure = run.failure();
        if (run.status() == RunStatus.RUNNING) {
            return List.of();
        }
        if (failure == null) {
            int count = run.migrations().size();
            return List.of(ink.good("✔")
                    + ' '
                    + count
                    + (count == 1 ? " migration " : " migrations ")
                    + (run.direction() == Direction.UP ? "applied to " : "taken back on ")
                    + run.databaseId()
                    + '.');
        }
        return List.of(
                ink.bad("✖") + " The run on " + run.databaseId() + " failed. [" + Ink.clean(failure.code()) + ']',
                "  Why: " + Ink.clean(failure.detail()),
                "  Now: " + Ink.clean(failure.state()),
                "  Next: " + Ink.clean(failure.next()));
    }
}
