package io.axiom.migration.plan;

import io.axiom.language.json.Json;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.PlannedMigration;
import java.util.List;

/** What a reader of a plan relies on, as one short text: the same plan has the same one. */
final class PlanHash {
    private static final int LENGTH = 16;

    private PlanHash() {}

    private record Basis(String databaseId, Direction direction, List<Part> parts) {}

    private record Part(String migrationId, String checksum, String content, String grade, boolean proven) {}

    static String of(String databaseId, Direction direction, List<PlannedMigration> migrations) {
        List<Part> parts = migrations.stream()
                .map(m -> new Part(
                        m.migrationId(), m.checksum(), m.content(), m.grade().words(), m.proven()))
                .toList();
        byte[] json = Json.mapper().writeValueAsBytes(new Basis(databaseId, direction, parts));
        return ContentStore.digest(json).substring(0, LENGTH);
    }
}
