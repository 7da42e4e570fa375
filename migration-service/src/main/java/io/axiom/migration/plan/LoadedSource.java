package io.axiom.migration.plan;

import io.axiom.language.migration.MigrationOrigin;
import io.axiom.migration.source.Migration;
import io.axiom.migration.source.MigrationSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as it was when it was read.
 *
 * @param origin null for posted files
 */
public record LoadedSource(MigrationSet set, @Nullable MigrationOrigin origin) {
    /** In the order they run. */
    public List<Migration> migrations() {
        return set.migrations();
    }
}
