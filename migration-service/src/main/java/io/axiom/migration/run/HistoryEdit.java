package io.axiom.migration.run;

/**
 * A change of {@code schema_migrations} that no runner made.
 *
 * @param what in words, a sentence
 */
public record HistoryEdit(String id, Kind kind, String what) {
    /** What was done. */
    public enum Kind {
        DELETED,
        INSERTED,
        CHECKSUM,
        STATUS
    }
}
