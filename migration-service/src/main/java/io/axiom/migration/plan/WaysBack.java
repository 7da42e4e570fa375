package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.inverse.Proof;
import io.axiom.migration.inverse.StatementWayBack;
import io.axiom.migration.inverse.WayBack;
import io.axiom.migration.inverse.WayBackWriter;
import io.axiom.migration.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ways back of migrations that follow one another; where one cannot be found out, it says why instead of failing. */
final class WaysBack implements AutoCloseable {
    private @Nullable WayBackWriter writer;
    private @Nullable String lost;

    /** @param server where scratch databases may be made */
    WaysBack(DatabaseAddress server, Snapshot schema) {
        try {
            writer = WayBackWriter.on(server, schema);
        } catch (RejectedException e) {
            lost = "no scratch database could be made: " + e.rejection().detail();
        } catch (SqlFailure e) {
            lost = "no scratch database could be made: " + e.getMessage();
        }
    }

    /**
     * Begins to find it; what this answers waits until it is proven.
     *
     * @param down written by hand, empty for none
     */
    Supplier<WayBack> find(List<String> up, List<String> down, boolean keep, String name) {
        WayBackWriter open = writer;
        if (open == null || lost != null) {
            WayBack unknown = unknown(up, down, String.valueOf(lost), List.of());
            return () -> unknown;
        }
        try {
            Supplier<WayBack> found = down.isEmpty() ? open.begin(up, keep, name) : open.begin(up, down, name);
            return () -> {
                try {
                    return found.get();
                } catch (RejectedException e) {
                    return unknown(up, down, why(e), List.of());
                }
            };
        } catch (RejectedException e) {
            lost = "the scratch database does not have the migration before it: " + name;
            List<StatementWayBack> tried = open.tried(down);
            return () -> unknown(up, down, why(e), tried);
        }
    }

    /** The reason, to be one of several in a sentence. */
    static String why(RejectedException e) {
        return e.rejection().detail().replaceAll("\\.$", "");
    }

    /** @param tried what is known of the first statements: they may be all that is applied */
    private static WayBack unknown(List<String> up, List<String> down, String why, List<StatementWayBack> tried) {
        List<StatementWayBack> statements = new ArrayList<>(tried);
        for (int i = tried.size(); i < up.size(); i++) {
            statements.add(new StatementWayBack(
                    i + 1,
                    up.get(i),
                    WayBackGrade.IRREVERSIBLE,
                    List.of(),
                    List.of(),
                    List.of(),
                    i == 0 ? down : List.of(),
                    List.of()));
        }
        return new WayBack(WayBackGrade.IRREVERSIBLE, statements, new Proof(false, List.of(why), List.of(), 0));
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
