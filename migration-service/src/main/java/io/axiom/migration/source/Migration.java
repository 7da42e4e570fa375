package io.axiom.migration.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration as written, before any database has seen it.
 *
 * @param id unique in its set
 * @param version decides the order where dependencies leave it open; empty for repeatable ones
 * @param name for people
 * @param depends ids of those that must be applied before
 * @param transactional whether it runs in one transaction where the database can
 * @param repeatable run again whenever its checksum changes, after all others
 * @param up the way there
 * @param down the way back where it is written
 * @param batches how its statements with {@code :from} and {@code :to} go through a table; null where there are none
 * @param file where it was read from
 */
public record Migration(
        String id,
        @Nullable MigrationVersion version,
        String name,
        Type type,
        List<String> depends,
        boolean transactional,
        boolean repeatable,
        Section up,
        @Nullable Section down,
        @Nullable Batches batches,
        String file) {

    /** What it changes. */
    public enum Type {
        SCHEMA,
        DATA
    }

    public Migration {
        depends = List.copyOf(depends);
    }

    /** What must not change once it is applied: the way there. The way back may be mended later. */
    public String checksum() {
        return up.checksum();
    }

    Migration withDown(Section written) {
        return new Migration(id, version, name, type, depends, transactional, repeatable, up, written, batches, file);
    }

    Migration dependingOn(List<String> ids) {
        return new Migration(id, version, name, type, ids, transactional, repeatable, up, down, batches, file);
    }
}
