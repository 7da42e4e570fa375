package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.migration.registry.AppliedMigration;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.RunPlan.Concern;
import io.axiom.migration.source.Migration;
import io.axiom.migration.source.MigrationGraph;
import io.axiom.migration.source.MigrationSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which migrations of a source are to be applied.
 *
 * @param concerns what a reader should know about the rest
 */
record Pending(List<Migration> migrations, List<Concern> concerns) {

    /** @param inTarget checksum by migration, from the target's own history */
    static Pending of(Registered database, MigrationSet source, Map<String, String> inTarget, @Nullable String to) {
        List<Migration> pending = new ArrayList<>();
        List<Concern> concerns = new ArrayList<>();
        List<Migration> changed = new ArrayList<>();
        Set<String> inSource = new HashSet<>();
        for (Migration migration : source.migrations()) {
            inSource.add(migration.id());
            AppliedMigration applied = database.find(migration.id());
            String checksum = applied != null ? applied.checksum() : inTarget.get(migration.id());
            if (checksum == null || (migration.repeatable() && !checksum.equals(migration.checksum()))) {
                pending.add(migration);
            } else if (!checksum.equals(migration.checksum())) {
                changed.add(migration);
            } else if (applied == null) {
                concerns.add(new Concern(
                        "migration.applied-elsewhere",
                        "Migration " + migration.id() + " was applied by someone else; it is left as it is.",
                        false));
            }
        }
        if (!changed.isEmpty()) {
            throw changed(database.databaseId(), changed);
        }
        for (AppliedMigration applied : database.appliedInOrder()) {
            if (!inSource.contains(applied.migrationId())) {
                concerns.add(new Concern(
                        "migration.not-in-source",
                        "Migration " + applied.migrationId() + " is applied and not in the source.",
                        false));
            }
        }
        return new Pending(to == null ? pending : upTo(source, pending, to), concerns);
    }

    /** Up to a version: everything before it too. Up to an id: that one and what it needs. */
    private static List<Migration> upTo(MigrationSet source, List<Migration> pending, String to) {
        List<Migration> order = source.migrations();
        int last = -1;
        for (int i = 0; i < order.size(); i++) {
            Migration migration = order.get(i);
            if (migration.version() != null && migration.version().text().equals(to)) {
                last = i;
            }
        }
        Set<Migration> wanted = new HashSet<>();
        // Files of Flyway have their version as their id too: as a version it means more.
        if (last >= 0) {
            wanted.addAll(order.subList(0, last + 1));
        } else if (order.stream().anyMatch(m -> m.id().equals(to))) {
            wanted.addAll(MigrationGraph.of(order).withDependencies(to));
        } else {
            throw new RejectedException(new Rejection(
                    "migration.target-unknown",
                    Rejection.Kind.NOT_FOUND,
                    "The source has no migration with the version or id \"" + Texts.shorten(to, 80) + "\".",
                    "Name one of the source, or none for all."));
        }
        return pending.stream().filter(wanted::contains).toList();
    }

    private static RejectedException changed(String databaseId, List<Migration> changed) {
        Migration first = changed.getFirst();
        String others = changed.size() == 1 ? "" : " So are " + (changed.size() - 1) + " others.";
        return new RejectedException(new Rejection(
                "migration.changed",
                Rejection.Kind.CONFLICT,
                "Migration " + first.id() + " (" + first.file() + ") is applied on \"" + databaseId
                        + "\" and its text is another now." + others,
                "Put the old text back and write a new migration; or, if the new text is right, record that: axiom migration repair "
                        + databaseId + " " + first.id() + ".",
                Map.of("migration", first.id(), "file", first.file())));
    }
}
