package io.axiom.migration.plan;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.inverse.StatementWayBack;
import java.util.List;

/**
 * One statement of a migration's file within its content, so that a migration that stopped half way can be taken back.
 *
 * @param before how many statements of the content's way there keep data before it
 * @param after how many end the keeping after it
 * @param known whether it was tried, and {@code back} takes it back
 * @param reasons of the grade, in words
 * @param back takes this statement back
 * @param release drops what was kept for it
 */
public record StatementContent(
        int before,
        int after,
        boolean known,
        WayBackGrade grade,
        List<String> reasons,
        List<String> back,
        List<String> release) {
    public StatementContent {
        reasons = List.copyOf(reasons);
        back = List.copyOf(back);
        release = List.copyOf(release);
    }

    static StatementContent of(StatementWayBack way) {
        return new StatementContent(
                way.before().size(),
                way.after().size(),
                way.isKnown(),
                way.grade(),
                way.reasons(),
                way.generated(),
                way.release());
    }

    /** How many statements of the way there it is. */
    int size() {
        return before + 1 + after;
    }
}
