package io.axiom.migration.schema.diff;

import java.util.ArrayList;
import java.util.List;

/** Statements being written, with what no statement can do. */
final class Script {
    private final List<String> statements = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private boolean reorders;

    void add(String statement) {
        statements.add(statement);
    }

    void addFirst(String statement) {
        statements.addFirst(statement);
    }

    void addAll(List<String> more) {
        statements.addAll(more);
    }

    void unreachable(String sentence) {
        unreachable.add(sentence);
    }

    /** Says that the statements put columns into their order too. */
    void reordering() {
        reorders = true;
    }

    boolean reorders() {
        return reorders;
    }

    List<String> statements() {
        return statements;
    }

    List<String> unreachable() {
        return unreachable;
    }
}
