package io.axiom.migration.execution;

import io.axiom.language.migration.Direction;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.migration.plan.ContentStore;
import io.axiom.migration.plan.MigrationContent;
import io.axiom.migration.run.Task;
import java.util.ArrayList;
import java.util.List;

/** What the runner is given for the migrations of a plan. */
final class Tasks {
    private final ContentStore contents;

    Tasks(ContentStore contents) {
        this.contents = contents;
    }

    List<Task> of(List<PlannedMigration> migrations, Direction direction) {
        return migrations.stream().map(planned -> task(planned, direction)).toList();
    }

    private Task task(PlannedMigration planned, Direction direction) {
        MigrationContent content = contents.find(planned.content())
                .orElseThrow(() -> new IllegalStateException("The content " + planned.content() + " of migration "
                        + planned.migrationId() + " is not in this service's database"));
        boolean up = direction == Direction.UP;
        return new Task(
                planned.migrationId(),
                planned.version() == null ? "" : planned.version(),
                planned.name(),
                null,
                planned.type(),
                planned.checksum(),
                direction,
                up ? content.up() : back(content),
                planned.transactional(),
                content.batches(),
                up ? new Task.Origin(content.file(), content.lines(), content.numbers()) : null,
                up ? 0 : content.takesBack());
    }

    /** What was kept has gone back then, and the next way there keeps it anew. */
    private static List<String> back(MigrationContent content) {
        List<String> back = new ArrayList<>(content.down());
        back.addAll(content.release());
        return back;
    }

    /** For a baseline: only its names matter. */
    static Task named(String id, String version, String name, String checksum) {
        return new Task(id, version, name, null, "schema", checksum, Direction.UP, List.of(), true, null, null, 0);
    }
}
