package io.axiom.migration.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.RejectedException;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.schema.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Goes from every schema of a folder to every other and back, by our own statements, in one database. */
final class SchemaWalk {
    private SchemaWalk() {}

    static void everyPairIsReached(DatabaseAddress server, String folder) throws IOException {
        List<Snapshot> schemas = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (Scratch scratch = Scratch.on(server)) {
            for (Path script : scripts(folder)) {
                scratch.apply(Files.readString(script));
                schemas.add(scratch.snapshot());
                scratch.clear();
            }
            for (int i = 0; i < schemas.size(); i++) {
                go(scratch, schemas.get(i), failures);
                for (int j = i + 1; j < schemas.size(); j++) {
                    go(scratch, schemas.get(j), failures);
                    go(scratch, schemas.get(i), failures);
                }
            }
        }
        assertThat(schemas).hasSizeGreaterThan(3);
        assertThat(failures).isEmpty();
    }

    private static void go(Scratch scratch, Snapshot goal, List<String> failures) {
        String statement = "";
        try {
            for (String next : SchemaDiff.between(scratch.snapshot(), goal).statements()) {
                statement = next;
                scratch.apply(next);
            }
            SchemaDiff rest = SchemaDiff.between(scratch.snapshot(), goal);
            if (!rest.sameButForColumnOrder()) {
                failures.add(rest.differences().toString());
            }
        } catch (RejectedException e) {
            failures.add(e.getMessage() + " at " + statement);
        }
    }

    private static List<Path> scripts(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/schemas", folder))) {
            return files.sorted().toList();
        }
    }
}
