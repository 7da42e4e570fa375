package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.migration.database.Engine;
import io.axiom.migration.inverse.StatementWayBack;
import io.axiom.migration.inverse.WayBack;
import io.axiom.migration.run.Ranges;
import io.axiom.migration.source.Batches;
import io.axiom.migration.source.Section;
import io.axiom.migration.sql.SqlStatement;
import io.axiom.migration.sql.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a file's section.
 *
 * @param lines of the file, one for each statement
 */
record Script(String file, List<String> statements, List<Integer> lines) {
    static final Script NONE = new Script("", List.of(), List.of());

    /** Refused with file and line where it cannot be split. */
    static Script read(Engine engine, String file, Section section) {
        try {
            List<SqlStatement> split = StatementSplitter.of(engine.dialect()).split(section.text());
            int shift = section.firstLine() - 1;
            return new Script(
                    file,
                    split.stream().map(SqlStatement::text).toList(),
                    split.stream()
                            .map(statement -> statement.start().line() + shift)
                            .toList());
        } catch (RejectedException e) {
            Rejection unreadable = e.rejection();
            throw new RejectedException(new Rejection(
                    unreadable.code(),
                    unreadable.kind(),
                    file + " (from line " + section.firstLine() + "): " + unreadable.detail(),
                    unreadable.next(),
                    unreadable.context()));
        }
    }

    /** As they can be tried at once: ranges of keys span the whole table. */
    List<String> whole(Engine engine, @Nullable Batches batches) {
        return whole(engine, statements, batches);
    }

    static List<String> whole(Engine engine, List<String> statements, @Nullable Batches batches) {
        return batches == null
                ? statements
                : statements.stream()
                        .map(statement -> Ranges.of(engine, statement).with(end("min", batches), end("max", batches)))
                        .toList();
    }

    private static String end(String function, Batches batches) {
        // Twice a subquery: MySQL does not read the table it changes in a plain one.
        return "(SELECT k FROM (SELECT " + function + "(" + batches.key() + ") AS k FROM " + batches.table()
                + ") AS axiom_range)";
    }

    /**
     * What is run and kept.
     *
     * @param written whether the way back is the author's
     */
    MigrationContent content(WayBack way, boolean written, @Nullable Batches batches) {
        List<String> up = new ArrayList<>();
        List<Integer> upLines = new ArrayList<>();
        for (StatementWayBack statement : way.statements()) {
            int at = statement.number() - 1;
            statement.before().forEach(keeping -> add(up, upLines, keeping, 0));
            add(up, upLines, statements.get(at), lines.get(at));
            statement.after().forEach(keeping -> add(up, upLines, keeping, 0));
        }
        boolean whole = written || way.statements().stream().allMatch(StatementWayBack::isKnown);
        return new MigrationContent(
                file,
                up,
                upLines,
                whole ? way.down() : List.of(),
                way.release(),
                batches,
                way.statements().stream().map(StatementContent::of).toList(),
                0);
    }

    private static void add(List<String> up, List<Integer> lines, String statement, int line) {
        up.add(statement);
        lines.add(line);
    }
}
