package io.axiom.migration.lint;

import java.util.ArrayList;
import java.util.List;

/** Takes what one rule finds. */
public final class Report {
    record Entry(Rule rule, int offset, int statement, String message) {}

    /** More findings of one rule than anyone reads. */
    private static final int MOST = 1_000;

    private final Rule rule;
    private final List<Entry> entries = new ArrayList<>();

    Report(Rule rule) {
        this.rule = rule;
    }

    /** A finding at an offset of the script. */
    public void add(Step step, int offset, String message) {
        if (entries.size() < MOST) {
            entries.add(new Entry(rule, offset, step.index() + 1, message));
        }
    }

    /** A finding about a whole statement. */
    public void add(Step step, String message) {
        add(step, step.offset(), message);
    }

    List<Entry> entries() {
        return entries;
    }
}
