package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import io.axiom.migration.source.MigrationSet.Ignored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads migrations from files. Files of both forms may lie beside each other; the order of the files does not matter. */
public final class MigrationFiles {
    /** More files than any folder of migrations holds. */
    public static final int MOST = 50_000;

    private MigrationFiles() {}

    /**
     * The migrations in the order they run.
     *
     * @throws RejectedException {@code migration.source.*} naming the file and the line
     */
    public static MigrationSet read(List<SourceFile> files, SourceOptions options) {
        if (files.size() > MOST) {
            throw Refusals.invalid(
                    "too-many",
                    "There are " + files.size() + " files; a source may have " + MOST + ".",
                    "Point to the folder of the migrations.");
        }
        Map<String, String> configurations = files.stream()
                .filter(file -> file.name().endsWith(".conf"))
                .collect(Collectors.toMap(
                        file -> file.name().substring(0, file.name().length() - 5), SourceFile::text, (a, _) -> a));
        FlywayFolder flyway = new FlywayFolder(configurations);
        List<Migration> migrations = new ArrayList<>();
        List<Ignored> ignored = new ArrayList<>();
        for (SourceFile file :
                files.stream().sorted(Comparator.comparing(SourceFile::name)).toList()) {
            Optional<FlywayName> name = FlywayName.read(file.name(), options.naming());
            if (isSql(file) && (name.isEmpty() || SectionedFile.recognises(file)) && !FlywayCallback.is(file.name())) {
                migrations.add(SectionedFile.read(file));
            } else if (name.isPresent()) {
                flyway.add(
                        options.replacePlaceholders() ? Placeholders.replace(file, options.placeholders()) : file,
                        name.get());
            } else if (!file.name().endsWith(".conf")) {
                ignored.add(new Ignored(file.name(), reason(file)));
            }
        }
        migrations.addAll(flyway.migrations());
        return new MigrationSet(MigrationGraph.of(migrations).order(), ignored);
    }

    private static boolean isSql(SourceFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private static String reason(SourceFile file) {
        return isSql(file) ? "a callback of Flyway; write it as a migration, or as a hook" : "not an SQL file";
    }
}
