package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.inverse.WayBack;
import io.axiom.migration.inverse.WayBackWriter;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.SchemaDiff;
import io.axiom.migration.schema.diff.Scratch;
import java.util.ArrayList;
import java.util.List;

/**
 * The way back of exactly those statements of a migration that are in the database.
 *
 * @param statements of the file that are
 * @param down what is run; what was kept is released with it
 * @param release drops what was kept
 * @param unknown why it is not known; empty where it is
 */
record HalfWayBack(
        HalfApplied half,
        List<StatementContent> statements,
        List<String> down,
        List<String> release,
        List<String> unknown) {
    /** In the names of all that keeps data. Where no rows are, what moves them has nothing to move. */
    private static final String KEPT = "axiom_kept";

    static HalfWayBack of(HalfApplied half) {
        MigrationContent content = half.content();
        List<StatementContent> there = new ArrayList<>();
        List<String> first = new ArrayList<>();
        List<String> down = new ArrayList<>();
        List<String> release = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int begin = 0;
        for (StatementContent part : content.statements()) {
            int end = begin + part.size();
            int statement = begin + part.before();
            if (half.touched() <= begin) {
                break;
            }
            List<String> afters = content.up().subList(statement + 1, end);
            if (half.touched() > statement) {
                there.add(part);
                if (part.known()) {
                    // The keeping that has begun is ended first.
                    first.addAll(content.up().subList(Math.max(statement + 1, Math.min(half.touched(), end)), end));
                } else {
                    unknown.add("what takes statement " + there.size() + " back is not known");
                }
                down.addAll(0, part.back());
            } else {
                afters.stream()
                        .filter(after -> after.startsWith("DROP FUNCTION "))
                        .map(after -> after.replace("DROP FUNCTION ", "DROP FUNCTION IF EXISTS "))
                        .forEach(first::add);
            }
            release.addAll(part.release());
            begin = end;
        }
        if (begin < half.touched()) {
            unknown.add("it was planned before ways back were kept for each statement");
        }
        down.addAll(0, first);
        return new HalfWayBack(half, there, down, release, unknown);
    }

    WayBackGrade grade() {
        return statements.stream().map(StatementContent::grade).reduce(WayBackGrade.LOSSLESS, WayBackGrade::worse);
    }

    List<String> reasons() {
        return statements.stream().flatMap(part -> part.reasons().stream()).toList();
    }

    /** What the way back does to a schema without rows. */
    void applyTo(Scratch scratch) {
        down.stream().filter(statement -> !statement.contains(KEPT)).forEach(scratch::apply);
    }

    /**
     * Goes it on scratch databases: from the schema now back, and there again, with rows. Answers what differs; nothing where it is
     * proven.
     *
     * @param keep whether data was kept
     * @param name of the migration, for the names of kept tables
     */
    List<String> prove(DatabaseAddress server, Snapshot now, boolean keep, String name) {
        List<String> user =
                Script.whole(server.engine(), written(), half.content().batches());
        try (Scratch scratch = Scratch.on(server)) {
            scratch.build(now);
            Snapshot built = scratch.snapshot();
            applyTo(scratch);
            Snapshot before = scratch.snapshot();
            user.forEach(scratch::apply);
            List<String> failures = new ArrayList<>(SchemaDiff.sentences(built, scratch.snapshot()));
            try (WayBackWriter writer = WayBackWriter.on(server, before)) {
                WayBack again = writer.write(user, keep, name);
                failures.addAll(again.proof().failures());
                List<String> expected = again.statements().reversed().stream()
                        .flatMap(statement -> statement.generated().stream())
                        .toList();
                if (!down.subList(down.size() - Math.min(expected.size(), down.size()), down.size())
                        .equals(expected)) {
                    failures.add("the schema it stops at leads to another way back than the one before it did");
                }
            }
            return failures;
        } catch (RejectedException e) {
            return List.of(WaysBack.why(e));
        } catch (SqlFailure e) {
            return List.of("no scratch database could be made: " + e.getMessage());
        }
    }

    /** The statements of the file that are in the database. */
    private List<String> written() {
        List<String> written = new ArrayList<>();
        int at = 0;
        for (StatementContent part : statements) {
            written.add(half.content().up().get(at + part.before()));
            at += part.size();
        }
        return written;
    }

    MigrationContent content() {
        return new MigrationContent(
                half.content().file(), List.of(), List.of(), down, release, null, List.of(), half.touched());
    }
}
