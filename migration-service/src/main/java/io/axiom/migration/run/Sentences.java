package io.axiom.migration.run;

import io.axiom.language.migration.Direction;

/** What state a migration is in, in words. */
final class Sentences {
    private Sentences() {}

    /** Which one it is, as the author of the file counts them. */
    static String statement(Task task, int number) {
        return (task.written(number) ? "statement " : "what keeps data for statement ") + task.number(number);
    }

    /** @param first of the statements, with those that keep data */
    static String inPlace(int first, Task task) {
        int done = task.writtenOf(first);
        int of = task.written();
        String what = task.direction() == Direction.UP ? "" : " of its way back";
        if (done == 0) {
            return "None of its " + of + " statements" + what + " is in the database.";
        }
        return done == 1
                ? "Statement 1 of " + of + what + " is in the database and stays."
                : "Statements 1 to " + done + " of " + of + what + " are in the database and stay.";
    }

    static String rolledBack(Task task, int before) {
        String earlier = before == 0
                ? ""
                : before == 1
                        ? " The migration before it in this run stays."
                        : " The " + before + " migrations before it in this run stay.";
        return "Nothing of " + (task.direction() == Direction.UP ? "migration " : "the way back of ") + task.id()
                + " is in the database: its transaction was rolled back." + earlier;
    }
}
