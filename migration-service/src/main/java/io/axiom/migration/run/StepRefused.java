package io.axiom.migration.run;

import io.axiom.migration.database.SqlFailure;

/** The engine refused a statement of a migration. */
final class StepRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final SqlFailure refusal;

    /** @param number of the statement; 0 for the runner's own, such as the commit */
    StepRefused(int number, SqlFailure refusal) {
        super(null, refusal, false, false);
        this.number = number;
        this.refusal = refusal;
    }

    int number() {
        return number;
    }

    SqlFailure refusal() {
        return refusal;
    }
}
