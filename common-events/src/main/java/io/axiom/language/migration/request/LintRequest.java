package io.axiom.language.migration.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/migrations/lint}.
 *
 * @param dialect {@code postgresql}, {@code mysql}, {@code mariadb} or {@code sqlite}
 * @param postgresVersion the server's major version; null for 15
 * @param inTransaction whether whoever runs the script puts it into one transaction
 * @param rules ids of the rules to ask; null for all
 * @param without ids of rules not to ask
 */
public record LintRequest(
        @Nullable String dialect,
        @Nullable String sql,
        @Nullable Integer postgresVersion,
        @Nullable Boolean inTransaction,
        @Nullable List<String> rules,
        @Nullable List<String> without) {}
