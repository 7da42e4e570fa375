package io.axiom.language.migration.request;

import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/databases/{database}/schema/validate}: exactly one of the two is given.
 *
 * @param sql that builds the expected schema in an empty database
 * @param snapshot the expected schema as {@code GET /api/databases/{database}/schema} answers it, as text
 */
public record SchemaValidationRequest(
        @Nullable String sql, @Nullable String snapshot) {}
