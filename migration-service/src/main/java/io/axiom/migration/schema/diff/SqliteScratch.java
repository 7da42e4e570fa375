package io.axiom.migration.schema.diff;

final class SqliteScratch {
    static Scratch create() {
        throw new UnsupportedOperationException();
    }
}
