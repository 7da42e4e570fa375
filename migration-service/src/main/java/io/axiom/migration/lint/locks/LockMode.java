package io.axiom.migration.lint.locks;

import java.util.Locale;

/** PostgreSQL's table locks, from the weakest to the strongest (its manual, "Explicit Locking"). */
public enum LockMode {
    /** No lock on a table that exists is known: what is made is new, or is not a table. */
    UNKNOWN,
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** INSERT, UPDATE and DELETE wait while it is held. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** SELECT waits while it is held. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** As SQL writes it. */
    public String sql() {
        return name().replace('_', ' ');
    }

    LockMode or(LockMode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The mode of {@code LOCK TABLE … IN mode MODE}; {@link #UNKNOWN} for words that name none. */
    static LockMode ofSql(String mode) {
        String wanted = mode.strip().toUpperCase(Locale.ROOT);
        for (LockMode candidate : values()) {
            if (candidate.sql().equals(wanted)) {
                return candidate;
            }
        }
        return UNKNOWN;
    }
}
