package io.axiom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Changes one byte of one column of one row behind the log's back. */
class VerifierProperties {
    private static final String DATABASE = TestInfrastructure.freshDatabase();
    private static final int EVENTS = 40;
    private static final String[] EVENT_COLUMNS = LogSql.EVENT_COLUMNS.split(", ");
    private static final String[] OUTCOME_COLUMNS = {"command_id", "first_position", "last_position", "outcome", "hash"
    };
    private static final String[] INDEX_COLUMNS = {
        "id", "position", "aggregate_id", "aggregate_type", "first_position", "last_from", "last_until"
    };
    private static PostgresEventLog log;

    @BeforeContainer
    static void fill() {
        log = PostgresEventLog.open(DATABASE, "checked", LogOptions.DEFAULT.withPartitionSize(16));
        for (int i = 0; i < EVENTS / 2; i++) {
            log.append(Events.command("c" + i, "s" + i % 5, i / 5 * 2L, 2)).join();
        }
    }

    @AfterContainer
    static void close() {
        log.close();
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void findsAByteOfAnEvent(
            @ForAll @IntRange(min = 1, max = EVENTS) int position,
            @ForAll @IntRange(min = 1, max = 9) int column,
            @ForAll @IntRange(min = 0, max = 1_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws SQLException {
        String where = "\"checked_log\".event WHERE position = " + position;
        flipped(EVENT_COLUMNS[column], where, at, flip, () -> {
            Verification found = log.verify(0);
            assertThat(found.firstBad()).isEqualTo(position);
            assertThat(found.verified()).isEqualTo(position - 1);
            assertThat(log.verify(position).firstBad())
                    .as("verifying from behind it: only its hash is used")
                    .isEqualTo(
                            EVENT_COLUMNS[column].equals("hash")
                                    ? position == EVENTS ? (Long) (long) EVENTS : (Long) (position + 1L)
                                    : null);
        });
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsAByteOfAnOutcomeOrOfTheHead(
            @ForAll @IntRange(min = 0, max = EVENTS / 2 - 1) int command,
            @ForAll @IntRange(min = 0, max = 5) int column,
            @ForAll @IntRange(min = 0, max = 1_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws SQLException {
        if (column == 5) {
            flipped(
                    "hash",
                    "\"checked_log\".head",
                    at,
                    flip,
                    () -> assertThat(log.verify(0).intact()).isFalse());
        } else {
            flipped(
                    OUTCOME_COLUMNS[column],
                    "\"checked_log\".command_outcome WHERE ctid = (SELECT ctid FROM \"checked_log\".command_outcome"
                            + " ORDER BY first_position OFFSET " + command + " LIMIT 1)",
                    at,
                    flip,
                    () -> assertThat(log.verify(0).intact()).isFalse());
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void findsAByteOfAnIndex(
            @ForAll @IntRange(min = 0, max = 4) int row,
            @ForAll @IntRange(min = 0, max = 6) int column,
            @ForAll @IntRange(min = 0, max = 1_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws SQLException {
        String table = "\"checked_log\"." + (column < 2 ? "event_identity" : "stream");
        flipped(
                INDEX_COLUMNS[column],
                table + " WHERE ctid = (SELECT ctid FROM " + table + " ORDER BY 1 OFFSET " + row + " LIMIT 1)",
                at,
                flip,
                () -> assertThat(log.verify(0).intact()).isFalse());
    }

    @Property(tries = 1)
    void findsAnEventThatIsGone() throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE gone AS SELECT * FROM \"checked_log\".event WHERE position IN (7, " + EVENTS + ")");
            for (long position : new long[] {7, EVENTS}) {
                statement.execute("DELETE FROM \"checked_log\".event WHERE position = " + position);
                assertThat(log.verify(0).firstBad()).isEqualTo(position);
                statement.execute("INSERT INTO \"checked_log\".event SELECT * FROM gone WHERE position = " + position);
            }
        }
        assertThat(log.verify(0)).isEqualTo(new Verification(EVENTS, EVENTS, null, null));
    }

    private static void flipped(String column, String where, int at, int flip, Runnable check) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DATABASE);
                Statement statement = connection.createStatement()) {
            String table = where.replaceFirst(" WHERE.*", "");
            String row;
            Object value;
            try (ResultSet rows =
                    statement.executeQuery("SELECT tableoid::regclass, ctid, " + column + " FROM " + where)) {
                rows.next();
                table = rows.getString(1);
                row = rows.getString(2);
                value = rows.getObject(3);
            }
            String undo;
            try {
                undo = update(connection, table, column, row, flip(value, at, flip));
            } catch (SQLException e) {
                // Another row has this key: PostgreSQL does not take the change at all.
                assertThat(e.getSQLState()).isEqualTo("23505");
                return;
            }
            try {
                check.run();
            } finally {
                update(connection, table, column, undo, value);
            }
        }
    }

    /** Returns the row's new place. */
    private static String update(Connection connection, String table, String column, String row, Object value)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE " + table + " SET " + column + " = ? WHERE ctid = ?::tid RETURNING ctid")) {
            update.setObject(1, value);
            update.setString(2, row);
            try (ResultSet rows = update.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static Object flip(Object value, int at, int flip) {
        return switch (value) {
            case Long number -> number ^ ((long) flip << 8 * (at % 6));
            case byte[] bytes -> {
                byte[] changed = bytes.clone();
                changed[at % changed.length] ^= (byte) flip;
                yield changed;
            }
            case String text -> {
                char[] characters = text.toCharArray();
                characters[at % characters.length] = (char) ('A' + flip % 26);
                yield text.equals(new String(characters)) ? text + "!" : new String(characters);
            }
            case UUID id ->
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (long) flip << 8 * (at % 7));
            default -> throw new IllegalArgumentException(value.getClass().toString());
        };
    }
}
