package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import java.util.List;

/**
 * One statement of a migration and its way back.
 *
 * @param number counted from 1
 * @param reasons why it has this grade, in words; one per effect
 * @param before what keeps data that it destroys; to be run before it, in the same transaction
 * @param after what ends the keeping; to be run after it, in the same transaction
 * @param back the statements that take it back
 * @param release drops what was kept, when no way back is wanted any more
 * @param generated what takes back this statement alone; not {@code back} where the migration's way back is written by hand
 */
public record StatementWayBack(
        int number,
        String statement,
        WayBackGrade grade,
        List<String> reasons,
        List<String> before,
        List<String> after,
        List<String> back,
        List<String> release,
        List<String> generated) {
    public StatementWayBack {
        reasons = List.copyOf(reasons);
        before = List.copyOf(before);
        after = List.copyOf(after);
        back = List.copyOf(back);
        release = List.copyOf(release);
        generated = List.copyOf(generated);
    }

    public StatementWayBack(
            int number,
            String statement,
            WayBackGrade grade,
            List<String> reasons,
            List<String> before,
            List<String> after,
            List<String> back,
            List<String> release) {
        this(number, statement, grade, reasons, before, after, back, release, back);
    }

    /** Whether it was tried, so that what takes it back is known. */
    public boolean isKnown() {
        return !reasons.isEmpty();
    }

    /** The same statement with another way back. */
    StatementWayBack takenBackBy(List<String> other) {
        return new StatementWayBack(number, statement, grade, reasons, before, after, other, release, generated);
    }
}
