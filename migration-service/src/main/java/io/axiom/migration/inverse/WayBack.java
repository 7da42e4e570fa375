package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration's way back.
 *
 * @param grade the worst of its statements'
 * @param statements in the order of the migration
 */
public record WayBack(WayBackGrade grade, List<StatementWayBack> statements, Proof proof) {
    public WayBack {
        statements = List.copyOf(statements);
    }

    /** What to run for the migration: its statements, with what keeps the data they destroy. */
    public List<String> up() {
        List<String> up = new ArrayList<>();
        for (StatementWayBack statement : statements) {
            up.addAll(statement.before());
            up.add(statement.statement());
            up.addAll(statement.after());
        }
        return up;
    }

    /** What to run to take the migration back. */
    public List<String> down() {
        return statements.reversed().stream()
                .flatMap(statement -> statement.back().stream())
                .toList();
    }

    /** What drops the data kept for the way back. */
    public List<String> release() {
        return statements.stream()
                .flatMap(statement -> statement.release().stream())
                .toList();
    }

    /** One sentence for a plan: the grade, or that there is no proven way back and why. */
    public String sentence() {
        return proof.proven()
                ? "The way back is " + grade.words() + " and proven."
                : "There is no proven way back: " + String.join("; ", proof.failures()) + ".";
    }
}
