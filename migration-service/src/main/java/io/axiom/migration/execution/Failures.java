package io.axiom.migration.execution;

import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.migration.RunFailure;
import io.axiom.migration.run.Failure;

/** The runner's failures as the language tells them. */
final class Failures {
    private static final int LONGEST = 4_000;

    private Failures() {}

    static RunFailure of(Failure failure) {
        String place =
                failure.file() == null || failure.line() == 0 ? "" : failure.file() + ", line " + failure.line() + ": ";
        String which = failure.statement() == 0 || failure.text().isEmpty() ? "" : " In: " + failure.text();
        return new RunFailure(
                failure.code(),
                Texts.shorten(place + failure.detail() + which, LONGEST),
                failure.statement() == 0 ? null : failure.statement(),
                failure.state(),
                failure.next());
    }

    /** Before anything was begun. */
    static RunFailure of(Rejection rejection) {
        return new RunFailure(
                rejection.code(),
                Texts.shorten(rejection.detail(), LONGEST),
                null,
                "Nothing was begun; the database is as it was.",
                rejection.next());
    }
}
