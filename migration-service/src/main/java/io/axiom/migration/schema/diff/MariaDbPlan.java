package io.axiom.migration.schema.diff;

final class MariaDbPlan {
    static Script script(
            Comparison c, java.util.Map<io.axiom.migration.schema.ObjectId, java.util.List<String>> refill) {
        throw new UnsupportedOperationException();
    }
}
