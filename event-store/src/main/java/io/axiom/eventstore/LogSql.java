package io.axiom.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.regex.Pattern;

/** The log's statements, for one schema. */
final class LogSql {
    private static final Pattern CONTEXT = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    static final String EVENT_COLUMNS =
            "position, hash, aggregate_type, aggregate_id, sequence, event_id, type, payload, metadata, time_micros";

    final String context;
    final String schema;
    final String channel;
    final long lockKey;
    final String readAfter;
    final String readStream;
    final String eventTable;
    final String identityTable;
    final String insertEvents;
    final String insertIdentities;
    final String insertStreams;
    final String updateStreams;
    final String insertOutcomes;
    final String updateHead;
    /** Of the row {@code s} of the stream table: an index lookup in one partition. */
    final String lastSequence;

    LogSql(String context) {
        if (!CONTEXT.matcher(context).matches()) {
            throw new IllegalArgumentException("A context is named with a-z, 0-9, _ and -: " + context);
        }
        this.context = context;
        schema = '"' + context + "_log\"";
        channel = "axiom_log_" + context;
        byte[] genesis = HashChain.genesis(context);
        lockKey = java.nio.ByteBuffer.wrap(genesis).getLong();
        assert MessageDigest.isEqual(genesis, HashChain.genesis(context));
        readAfter =
                "SELECT " + EVENT_COLUMNS + " FROM " + schema + ".event WHERE position > ? ORDER BY position LIMIT ?";
        // The stream's own bounds keep the search to the partitions it is in.
        readStream =
                "SELECT " + EVENT_COLUMNS + " FROM " + schema + ".event WHERE aggregate_type = ? AND aggregate_id = ?"
                        + " AND sequence >= ? AND position <= ? AND position >= (SELECT first_position FROM " + schema
                        + ".stream WHERE aggregate_type = ? AND aggregate_id = ?) AND position < (SELECT last_until FROM "
                        + schema + ".stream WHERE aggregate_type = ? AND aggregate_id = ?) ORDER BY sequence LIMIT ?";
        eventTable = schema + ".event (" + EVENT_COLUMNS + ")";
        identityTable = schema + ".event_identity (id, position)";
        insertEvents = "INSERT INTO " + eventTable + " SELECT * FROM unnest(?::bigint[], ?::bytea[],"
                + " ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bigint[])";
        insertIdentities = "INSERT INTO " + identityTable + " SELECT * FROM unnest(?::uuid[], ?::bigint[])";
        insertStreams = "INSERT INTO " + schema
                + ".stream (aggregate_type, aggregate_id, first_position, last_from, last_until)"
                + " SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])";
        lastSequence = "(SELECT max(e.sequence) FROM " + schema + ".event e WHERE e.aggregate_id = s.aggregate_id"
                + " AND e.aggregate_type = s.aggregate_type AND e.position >= s.last_from AND e.position < s.last_until)";
        updateStreams = "UPDATE " + schema + ".stream s SET last_from = n.last_from, last_until = n.last_until"
                + " FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[]) n (type, id, last_from, last_until)"
                + " WHERE s.aggregate_type = n.type AND s.aggregate_id = n.id";
        insertOutcomes = "INSERT INTO " + schema
                + ".command_outcome (command_id, first_position, last_position, outcome, hash)"
                + " SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])";
        updateHead = "UPDATE " + schema + ".head SET position = ?, hash = ?";
    }

    /** The event table, or the partition that holds all of these positions: rows then need not be sent on one by one. */
    String eventTable(Partitions partitions, long first, long last) {
        long from = partitions.of(first);
        return from == partitions.of(last)
                ? partition(from, partitions.endOf(from)) + " (" + EVENT_COLUMNS + ")"
                : eventTable;
    }

    String partition(long from, long to) {
        return schema + ".event_" + from + '_' + to;
    }

    String resource(String name) {
        try (InputStream in = Objects.requireNonNull(LogSql.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${schema}", schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
