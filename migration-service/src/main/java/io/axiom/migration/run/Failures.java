package io.axiom.migration.run;

import io.axiom.language.Texts;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.run.Task.Origin;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes failures: the codes of this package in one place. */
final class Failures {
    private static final int LONGEST_TEXT = 300;
    private static final int SQLITE_INTERRUPT = 9;
    /** MariaDB tells the line of a syntax error at the end of its message. */
    private static final Pattern AT_LINE = Pattern.compile("at line (\\d+)\\s*$");

    private static final String MAKE_ROOM =
            "Make room where the database stores its data, then run it again; nothing in the file has to change.";

    private Failures() {}

    /** The runner's own tables could not be written. */
    static RunFailure full(SqlFailure e, String state) {
        return of(
                "disk-full",
                "There is no room left to store anything: " + Texts.sentence(message(e)),
                state,
                MAKE_ROOM);
    }

    static RunFailure of(String code, String detail, String state, String next) {
        return new RunFailure(new Failure("migration.run." + code, detail, null, 0, 0, "", state, next));
    }

    static RunFailure of(Task task, String code, String detail, String state, String next) {
        Origin origin = task.origin();
        return new RunFailure(new Failure(
                "migration.run." + code, detail, origin == null ? null : origin.file(), 0, 0, "", state, next));
    }

    static RunFailure at(Task task, int number, String code, String detail, String state, String next) {
        return at(task, number, 0, code, detail, state, next);
    }

    private static RunFailure at(
            Task task, int number, int linesIn, String code, String detail, String state, String next) {
        Origin origin = task.origin();
        List<Integer> lines = origin == null ? List.of() : origin.lines();
        int first = number <= lines.size() ? lines.get(number - 1) : 0;
        return new RunFailure(new Failure(
                "migration.run." + code,
                detail,
                origin == null ? null : origin.file(),
                first == 0 ? 0 : first + linesIn,
                task.number(number),
                Texts.shorten(task.statements().get(number - 1).strip(), LONGEST_TEXT),
                state,
                next));
    }

    /** What the engine refused; number 0 for the commit. */
    static RunFailure refused(Task task, int number, SqlFailure e, String state) {
        String which = "Migration " + task.id() + ", "
                + (number == 0 ? "its commit" : Sentences.statement(task, number) + " of " + task.written());
        if (Refusal.waits(e)) {
            String next =
                    "Run it again when what holds the lock has ended, or let it wait longer (lock timeout, attempts).";
            String detail = which + " did not get its lock in any of its attempts: " + Texts.sentence(message(e));
            return number == 0
                    ? of(task, "lock-timeout", detail, state, next)
                    : at(task, number, "lock-timeout", detail, state, next);
        }
        if (Refusal.full(e)) {
            String detail = which + " found no room to store what it writes: " + Texts.sentence(message(e));
            return number == 0
                    ? of(task, "disk-full", detail, state, MAKE_ROOM)
                    : at(task, number, "disk-full", detail, state, MAKE_ROOM);
        }
        String detail = which + " was refused: " + Texts.sentence(message(e));
        if (number == 0) {
            return of(task, "refused", detail, state, "Mend the migration, then run it again.");
        }
        if (e.sqlState().equals("57014")
                || e.vendorCode() == 1969
                || e.vendorCode() == SQLITE_INTERRUPT && e.sqlState().isEmpty()) {
            return at(
                    task,
                    number,
                    "statement-timeout",
                    detail,
                    state,
                    "Give it more time (statement timeout), or cut it into smaller steps; rows are best changed in batches.");
        }
        return at(
                task,
                number,
                lineIn(task.statements().get(number - 1), e),
                "refused",
                detail,
                state,
                "Mend statement " + task.number(number) + ", then run the migration again.");
    }

    private static int lineIn(String statement, SqlFailure e) {
        if (e.position() > 0) {
            String before = statement.substring(0, Math.min(e.position() - 1, statement.length()));
            return (int) before.chars().filter(c -> c == '\n').count();
        }
        Matcher line = AT_LINE.matcher(message(e));
        return line.find() ? Math.max(0, Integer.parseInt(line.group(1)) - 1) : 0;
    }

    static RunFailure lost(@Nullable Task task, SqlFailure e) {
        String detail =
                "The connection to the database broke and could not be made again: " + Texts.sentence(message(e));
        String state = "Not known from here: the last transaction was committed or was not, and none is half committed;"
                + " the history in the database says which.";
        String next = "Run again when the database answers: what is done is passed over, the rest goes on from there.";
        return task == null
                ? of("connection-lost", detail, state, next)
                : of(task, "connection-lost", detail, state, next);
    }

    static RunFailure leaseLost(Task task) {
        return of(
                task,
                "lease-lost",
                "Another runner has taken the lease over, or it was freed, while " + task.id() + " ran.",
                "The transaction that was open was rolled back; what was committed before stays, and the history says it.",
                "See who runs now; when nobody does, run again.");
    }

    static String message(SqlFailure e) {
        return String.valueOf(e.getMessage());
    }
}
