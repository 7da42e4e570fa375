package io.axiom.migration.schema.diff;

final class MariaDbScratch {
    static Scratch create(io.axiom.migration.database.DatabaseAddress s) {
        throw new UnsupportedOperationException();
    }
}
