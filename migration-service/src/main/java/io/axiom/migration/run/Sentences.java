package io.axiom.migration.run;

import io.axiom.language.migration.Direction;

/** What state a migration is in, in words. */
final class Sentences {
    private Sentences() {}

    static String inPlace(int done, Task task) {
        int of = task.statements().size();
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
