package io.axiom.language.migration.request;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/migrations/schema/diff}: both schemas as SQL for an empty database.
 *
 * @param dialect {@code postgresql}, {@code mariadb} or {@code sqlite}
 */
public record SchemaDiffRequest(
        @Nullable String dialect,
        @Nullable String from,
        @Nullable String to) {}
