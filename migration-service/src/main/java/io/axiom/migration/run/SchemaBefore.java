package io.axiom.migration.run;

import io.axiom.language.json.Json;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.schema.Catalog;
import io.axiom.migration.schema.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The schema before a statement that cannot be in a transaction, kept to find out later whether it happened.
 *
 * @param kept the tables in which destroyed rows are kept; a snapshot does not show them
 */
record SchemaBefore(Snapshot snapshot, List<String> kept) {

    static SchemaBefore read(SqlSession session) {
        List<String> kept = session.engine() == Engine.MARIADB
                ? session
                        .query(
                                "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()"
                                        + " AND table_name LIKE 'axiom\\_%' AND table_name NOT IN ('axiom_history', 'axiom_lease',"
                                        + " 'axiom_progress') ORDER BY table_name")
                        .stream()
                        .map(row -> row.text("name"))
                        .toList()
                : List.of();
        return new SchemaBefore(Catalog.read(session), kept);
    }

    String pack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(Json.mapper().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static SchemaBefore unpack(String text) {
        try (GZIPInputStream packed =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return Json.mapper()
                    .readValue(new String(packed.readAllBytes(), StandardCharsets.UTF_8), SchemaBefore.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
