package io.axiom.migration.plan;

import io.axiom.migration.schema.Snapshot;
import java.util.Locale;

/** What Axiom itself keeps in a database is no part of its schema. */
public final class Housekeeping {
    private Housekeeping() {}

    /** The schema without the history, leases, progress and kept data. */
    public static Snapshot without(Snapshot schema) {
        return new Snapshot(
                schema.engine(),
                schema.version(),
                schema.objects().stream()
                        .filter(object -> !isOurs(object.id().path()))
                        .toList());
    }

    private static boolean isOurs(String path) {
        for (String part : path.toLowerCase(Locale.ROOT).split("\\.", -1)) {
            if (part.equals("schema_migrations") || part.startsWith("axiom_")) {
                return true;
            }
        }
        return false;
    }
}
