package io.axiom.migration.sql.reader;

/** Leaves a reader that met what it does not know; becomes {@link io.axiom.migration.sql.syntax.Unread}. */
final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    NotUnderstood(String reason, int offset) {
        super(reason, null, false, false);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
