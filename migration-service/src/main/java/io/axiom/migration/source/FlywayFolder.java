package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import io.axiom.migration.source.FlywayName.Kind;
import io.axiom.migration.source.Migration.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the files of a Flyway folder: each version depends on the one before, its U file is its way back, R files come last. */
final class FlywayFolder {
    private final TreeMap<MigrationVersion, Migration> versioned = new TreeMap<>();
    private final Map<MigrationVersion, SourceFile> undo = new HashMap<>();
    private final TreeMap<String, Migration> repeatable = new TreeMap<>();
    private final Map<String, String> configurations;

    /** @param configurations the text of {@code V1__x.sql.conf} by the name of its migration's file */
    FlywayFolder(Map<String, String> configurations) {
        this.configurations = Map.copyOf(configurations);
    }

    void add(SourceFile file, FlywayName name) {
        @Nullable MigrationVersion version = name.version();
        if (version == null) {
            refuseSecond(
                    repeatable.put(name.description(), migration(file, "R " + name.description(), null, name)), file);
        } else if (name.kind() == Kind.UNDO) {
            refuseSecondUndo(undo.put(version, file), file);
        } else {
            refuseSecond(versioned.put(version, migration(file, version.text(), version, name)), file);
        }
    }

    List<Migration> migrations() {
        List<Migration> all = new ArrayList<>();
        for (Migration migration : versioned.values()) {
            List<String> before =
                    all.isEmpty() ? List.of() : List.of(all.getLast().id());
            @Nullable SourceFile back = undo.remove(migration.version());
            Migration linked = migration.dependingOn(before);
            all.add(back == null ? linked : linked.withDown(Section.of(back.text(), 1)));
        }
        undo.values().stream().findFirst().ifPresent(FlywayFolder::refuseOrphan);
        all.addAll(repeatable.values());
        return all;
    }

    private Migration migration(SourceFile file, String id, @Nullable MigrationVersion version, FlywayName name) {
        return new Migration(
                id,
                version,
                name.description().isEmpty() ? id : name.description(),
                Type.SCHEMA,
                List.of(),
                isTransactional(file),
                version == null,
                Section.of(file.text(), 1),
                null,
                null,
                file.name());
    }

    /** Flyway's script configuration may say {@code executeInTransaction=false}. */
    private boolean isTransactional(SourceFile file) {
        return configurations
                .getOrDefault(file.name(), "")
                .lines()
                .map(line -> line.replace(" ", ""))
                .noneMatch("executeInTransaction=false"::equalsIgnoreCase);
    }

    private static void refuseSecond(@Nullable Migration before, SourceFile file) {
        if (before != null) {
            throw sameVersion(before.file(), file.name());
        }
    }

    private static void refuseSecondUndo(@Nullable SourceFile before, SourceFile file) {
        if (before != null) {
            throw sameVersion(before.name(), file.name());
        }
    }

    private static RejectedException sameVersion(String first, String second) {
        return Refusals.invalid(
                "duplicate-version",
                Refusals.quote(first) + " and " + Refusals.quote(second) + " have the same version.",
                "Give one of them another version, unless one was applied: then give the other a new one.");
    }

    private static void refuseOrphan(SourceFile undo) {
        throw Refusals.invalid(
                "undo-without-migration",
                Refusals.quote(undo.name()) + " takes back a version of which there is no migration.",
                "Add the migration of that version, or remove this file.");
    }
}
