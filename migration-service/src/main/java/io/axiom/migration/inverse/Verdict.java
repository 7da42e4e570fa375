package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import java.util.ArrayList;
import java.util.List;

/** A grade while it is found: the worst of what was said so far, with every reason. */
final class Verdict {
    private WayBackGrade grade = WayBackGrade.LOSSLESS;
    private final List<String> reasons = new ArrayList<>();

    void say(WayBackGrade next, String reason) {
        grade = grade.worse(next);
        reasons.add(reason);
    }

    WayBackGrade grade() {
        return grade;
    }

    List<String> reasons() {
        return reasons;
    }
}
