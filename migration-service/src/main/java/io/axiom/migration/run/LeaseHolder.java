package io.axiom.migration.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Who may run migrations on a database now.
 *
 * @param since when it took the lease, by the database's clock
 * @param left until the lease ends if no sign of life comes; negative when it has ended
 * @param migration it is at; empty before the first
 * @param statement it is at, counted from 1 as in the file; 0 before the first. Both as of the last heartbeat
 * @param connection the engine's number of its connection, if that is alive; empty if it is gone or the engine has none
 */
public record LeaseHolder(
        String holder, Instant since, Duration left, String migration, int statement, String connection) {
    public boolean expired() {
        return left.isNegative() || left.isZero();
    }

    /** One sentence for people. */
    public String sentence() {
        String at = migration.isEmpty() ? "no migration yet" : "migration " + migration + ", statement " + statement;
        String life = expired()
                ? "its lease ended " + left.abs().toSeconds() + " s ago"
                : "its lease ends in " + left.toSeconds() + " s unless it gives a sign of life";
        return holder + " holds the lease since " + since + ", at " + at + "; " + life
                + (connection.isEmpty() ? "." : "; its connection " + connection + " is open.");
    }
}
