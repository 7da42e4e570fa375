package io.axiom.version.catalog;

import io.axiom.language.RecordedEvent;
import io.axiom.language.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Times and JSON in the catalog's columns. */
final class Columns {
    private Columns() {}

    static @Nullable String json(@Nullable Object value) {
        return value == null ? null : Json.mapper().writeValueAsString(value);
    }

    static <T> @Nullable T read(ResultSet row, String column, Class<T> type) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : Json.lenient().readValue(json, type);
    }

    static <T> T read(ResultSet row, String column, TypeReference<T> type, T otherwise) throws SQLException {
        String json = row.getString(column);
        return json == null ? otherwise : Json.lenient().readValue(json, type);
    }

    static OffsetDateTime timeOf(RecordedEvent recorded) {
        return time(recorded.time());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
