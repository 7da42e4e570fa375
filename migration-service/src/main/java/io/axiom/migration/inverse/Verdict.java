package io.axiom.migration.inverse;

import java.util.ArrayList;
import java.util.List;

/** A grade while it is found: the worst of what was said so far, with every reason. */
final class Verdict {
    private Grade grade = Grade.LOSSLESS;
    private final List<String> reasons = new ArrayList<>();

    void say(Grade next, String reason) {
        grade = grade.worse(next);
        reasons.add(reason);
    }

    Grade grade() {
        return grade;
    }

    List<String> reasons() {
        return reasons;
    }
}
