package io.axiom.migration.schema.diff;

final class MariaDbPlan {
    static Script script(Comparison c) {
        throw new UnsupportedOperationException();
    }
}
