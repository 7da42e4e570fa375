package io.axiom.migration.run;

/** Carries a failure out of a run. */
final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    RunFailure(Failure failure) {
        super(failure.code(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
