package io.axiom.language.migration;

/**
 * A state of a database's schema that a version needs.
 *
 * @param database id of the database; {@code ${environment}} in it stands for the environment deployed to
 * @param level the last migration needed, by version or id; all it rests on are needed too
 * @param source where the migrations are found: a directory or a Git path, not posted files
 */
public record SchemaLevel(String database, String level, MigrationSource source) {

    /** The database's id in an environment. */
    public String databaseIn(String environment) {
        return database.replace("${environment}", environment);
    }
}
