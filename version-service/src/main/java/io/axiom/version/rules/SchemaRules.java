package io.axiom.version.rules;

import static io.axiom.version.rules.RunRules.require;

import io.axiom.language.Names;
import io.axiom.language.migration.MigrationSource;
import io.axiom.language.migration.SchemaLevel;
import java.util.List;

/** What a version may need of databases. Whether those are there is found out when it is deployed. */
final class SchemaRules {
    private static final int MOST_DATABASES = 20;
    private static final int LONGEST_LEVEL = 200;

    private SchemaRules() {}

    static void check(List<SchemaLevel> schemas) {
        require(
                schemas.size() <= MOST_DATABASES
                        && schemas.stream()
                                        .map(SchemaLevel::database)
                                        .distinct()
                                        .count()
                                == schemas.size(),
                "run.schemas",
                "A database is named twice, or there are too many",
                "Name each database once, and at most " + MOST_DATABASES + " of them.");
        schemas.forEach(SchemaRules::check);
    }

    private static void check(SchemaLevel need) {
        require(
                Names.isValid(need.database().replace("${environment}", "e")),
                "run.schemas.database",
                "A database's name is not one",
                "Use lower-case letters, digits and hyphens, and ${environment} for the environment's name.");
        String level = need.level();
        require(
                !level.isBlank() && level.length() <= LONGEST_LEVEL && !RunRules.hasNul(level),
                "run.schemas.level",
                "The level is empty or too long",
                "Give the version or id of the last migration that is needed.");
        MigrationSource source = need.source();
        require(
                source.files() == null && (source.directory() == null) != (source.git() == null),
                "run.schemas.source",
                "It is not exactly one of directory and git; a version would carry posted files for ever",
                "Give a directory that migration-service can read, or a folder in Git.");
        if (source.directory() != null) {
            RunRules.checkPath("run.schemas.source.directory", source.directory());
        }
        if (source.git() != null) {
            GitRules.checkRepository(
                    "run.schemas.source.git.repository", source.git().repository());
        }
    }
}
