package io.axiom.migration.inverse;

import io.axiom.migration.schema.Capture;
import java.util.List;

/** What a statement renamed. */
final class Renames {
    private Renames() {}

    static List<Rename> between(Capture before, Capture after, String statement) {
        return switch (before.snapshot().engine()) {
            case POSTGRESQL -> PostgresRenames.between(before, after);
            case MARIADB, SQLITE -> PlainRenames.between(before.snapshot(), after.snapshot(), statement);
        };
    }
}
