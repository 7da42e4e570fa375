package io.axiom.eventstore;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Checks the rows beside the chain: command outcomes by their own hashes, the indexes against the events. */
final class OutcomeVerifier {
    private static final int BATCH = 2_000;

    private record Row(CommandOutcome outcome, byte[] hash) {}

    private final LogReader reader;
    private final LogSql sql;

    OutcomeVerifier(LogReader reader, LogSql sql) {
        this.reader = reader;
        this.sql = sql;
    }

    Verification verify(long afterPosition, Head head) {
        HashChain chain = new HashChain();
        String after = "";
        for (List<Row> rows = batch(after); !rows.isEmpty(); rows = batch(after)) {
            for (Row row : rows) {
                if (!MessageDigest.isEqual(chain.outcome(row.outcome), row.hash)) {
                    return bad(
                            afterPosition,
                            head,
                            row.outcome.appended().lastPosition(),
                            "The outcome of command " + row.outcome.commandId() + " was changed");
                }
            }
            after = rows.getLast().outcome.commandId();
        }
        return new Verification(head.position() - afterPosition, head.position(), null, null);
    }

    private List<Row> batch(String after) {
        return reader.query(
                "SELECT command_id, first_position, last_position, outcome, hash FROM " + sql.schema
                        + ".command_outcome WHERE command_id > ? ORDER BY command_id LIMIT ?",
                rows -> {
                    List<Row> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Row(EventRows.outcome(rows), rows.getBytes(5)));
                    }
                    return found;
                },
                after,
                BATCH);
    }

    private static Verification bad(long afterPosition, Head head, long position, String problem) {
        return new Verification(head.position() - afterPosition, head.position(), position, problem);
    }
}
