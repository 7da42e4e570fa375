package io.axiom.language.migration.view;

import io.axiom.language.migration.DatabaseCredentials;
import io.axiom.language.migration.MigrationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A registered database.
 *
 * @param version the highest one applied; null for none
 * @param applied how many migrations are
 * @param runId of the last run; null for none yet
 * @param runStatus of that run
 * @param position of the log this is as of
 */
public record DatabaseView(
        String databaseId,
        String environment,
        String engine,
        String url,
        DatabaseCredentials credentials,
        MigrationPolicy policy,
        @Nullable String version,
        int applied,
        @Nullable String runId,
        @Nullable RunStatus runStatus,
        long position) {}
