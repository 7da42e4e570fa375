package io.axiom.migration.run;

import java.time.Duration;

/**
 * How far a statement that goes through a table has come.
 *
 * @param statement its number, counted from 1, as in the file
 * @param batch number of the range just done, counted from 1
 * @param rows gone through, in this run and those before
 * @param total rows there were at its start
 * @param changed rows the statement changed
 * @param rowsPerSecond of this run
 * @param left time left at this rate
 */
public record BatchState(
        int statement, long batch, long rows, long total, long changed, double rowsPerSecond, Duration left) {
    /** 0 to 100. */
    public double percent() {
        return total == 0 ? 100 : Math.min(100, 100.0 * rows / total);
    }
}
