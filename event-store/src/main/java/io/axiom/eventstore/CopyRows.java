package io.axiom.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in PostgreSQL's binary COPY format (its manual, chapter "COPY", "Binary Format"), for a table and its columns. */
final class CopyRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] END = {(byte) 0xFF, (byte) 0xFF};
    private static final int CHUNK = 1 << 20;

    private final String copy;
    private final int columns;
    private byte[] bytes;
    private int size;

    /** @param table with its columns in brackets */
    CopyRows(String table, int columns, int expectedBytes) {
        this.copy = "COPY " + table + " FROM STDIN BINARY";
        this.columns = columns;
        this.bytes = Arrays.copyOf(HEADER, HEADER.length + expectedBytes);
        this.size = HEADER.length;
    }

    CopyRows row() {
        room(2);
        shorts(columns);
        return this;
    }

    CopyRows add(long value) {
        room(12);
        ints(8);
        longs(value);
        return this;
    }

    CopyRows add(UUID value) {
        room(20);
        ints(16);
        longs(value.getMostSignificantBits());
        longs(value.getLeastSignificantBits());
        return this;
    }

    CopyRows add(byte[] value) {
        room(4);
        ints(value.length);
        return addFields(value);
    }

    /** @param fields several, each behind its length in four bytes */
    CopyRows addFields(byte[] fields) {
        room(fields.length);
        System.arraycopy(fields, 0, bytes, size, fields.length);
        size += fields.length;
        return this;
    }

    /** Two round trips, in the connection's transaction. */
    void send(Connection connection) throws SQLException {
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            room(END.length);
            System.arraycopy(END, 0, bytes, size, END.length);
            int all = size + END.length;
            for (int at = 0; at < all; at += CHUNK) {
                in.writeToCopy(bytes, at, Math.min(CHUNK, all - at));
            }
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    private void shorts(int value) {
        bytes[size++] = (byte) (value >>> 8);
        bytes[size++] = (byte) value;
    }

    private void ints(int value) {
        shorts(value >>> 16);
        shorts(value);
    }

    private void longs(long value) {
        ints((int) (value >>> 32));
        ints((int) value);
    }
}
