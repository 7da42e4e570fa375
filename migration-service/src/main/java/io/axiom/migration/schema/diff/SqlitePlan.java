package io.axiom.migration.schema.diff;

final class SqlitePlan {
    static Script script(Comparison c) {
        throw new UnsupportedOperationException();
    }
}
