package io.axiom.migration.run;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.util.Locale;

/** What the history says of a migration. */
public enum Status {
    /** It is being applied or taken back statement by statement, or the runner died doing so. */
    RUNNING("running"),
    APPLIED("applied"),
    /** It stopped between two statements: those before are in the database. See {@link Unfinished}. */
    FAILED("failed"),
    ROLLED_BACK("rolled_back"),
    /** It was in the database before Axiom was. */
    BASELINE("baseline");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    /** As the table has it. */
    public String word() {
        return word;
    }

    /** Whether what it makes is in the database, whole. */
    public boolean inPlace() {
        return this == APPLIED || this == BASELINE;
    }

    /**
     * Reads a word of the table; {@code completed} and {@code success} of others mean applied.
     *
     * @throws RejectedException {@code migration.run.status-unknown}
     */
    public static Status of(String id, String word) {
        for (Status status : values()) {
            if (status.word.equalsIgnoreCase(word)) {
                return status;
            }
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "completed", "success" -> APPLIED;
            default ->
                throw new RejectedException(new Rejection(
                        "migration.run.status-unknown",
                        Rejection.Kind.CONFLICT,
                        "schema_migrations says '" + Texts.shorten(word, 41) + "' as the status of " + id + ".",
                        "Set it to applied, rolled_back or baseline, as it is in truth."));
        };
    }
}
