package io.axiom.language.migration;

import io.axiom.language.Command;
import io.axiom.language.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a database. The aggregate is the database, so its runs follow one another. */
public sealed interface DatabaseCommand extends Command {
    String databaseId();

    @Override
    default String aggregateId() {
        return databaseId();
    }

    /** @param url {@code jdbc:postgresql:}, {@code jdbc:mariadb:}, {@code jdbc:mysql:} or {@code jdbc:sqlite:}, without a password */
    @MessageType("migration.RegisterDatabase.v1")
    record RegisterDatabase(
            String databaseId,
            String environment,
            String url,
            @Nullable DatabaseCredentials credentials,
            @Nullable MigrationPolicy policy)
            implements DatabaseCommand {}

    /** Changes what is given. */
    @MessageType("migration.ChangeDatabase.v1")
    record ChangeDatabase(
            String databaseId,
            @Nullable String url,
            @Nullable DatabaseCredentials credentials,
            @Nullable MigrationPolicy policy)
            implements DatabaseCommand {}

    /**
     * Applies what is pending.
     *
     * @param to the last one to apply, by version or id, with all it needs; null for all
     * @param planHash of the plan that was shown; when given, refused if the plan is no longer that one
     * @param force runs in spite of what the policy refuses; the reason is then required
     */
    @MessageType("migration.Migrate.v1")
    record Migrate(
            String databaseId,
            MigrationSource source,
            @Nullable String to,
            @Nullable String planHash,
            @Nullable Boolean force,
            @Nullable String reason)
            implements DatabaseCommand {}

    /** The id of the run that a command with this id begins. */
    static String runId(String commandId) {
        return "run-" + commandId;
    }

    /**
     * Takes migrations back, the newest first. Exactly one of {@code last}, {@code migration}, {@code after}, {@code position} and
     * {@code runs} is given. A migration that stopped half way counts as the newest, and what is applied of it goes first.
     *
     * @param last how many
     * @param migration this one and all applied since, which may rest on it
     * @param after all applied after this version or id
     * @param position all applied since this position of the log
     * @param runs what these runs applied; refused when something was applied since that would have to go too
     * @param accept the worst grade to go back by, unproven ways counting as irreversible; null for what the policy lets pass
     * @param force takes back irreversible and unproven ones too, and what they lose is lost
     */
    @MessageType("migration.RollBackMigrations.v1")
    record RollBackMigrations(
            String databaseId,
            @Nullable Integer last,
            @Nullable String migration,
            @Nullable String after,
            @Nullable Long position,
            @Nullable List<String> runs,
            String reason,
            @Nullable String planHash,
            @Nullable WayBackGrade accept,
            @Nullable Boolean force)
            implements DatabaseCommand {}

    /**
     * Takes migrations as applied that someone else applied, without running them.
     *
     * @param to the last of them by version or id; null for all of the source
     */
    @MessageType("migration.BaselineDatabase.v1")
    record BaselineDatabase(
            String databaseId,
            MigrationSource source,
            @Nullable String to,
            String reason) implements DatabaseCommand {}

    /** Takes the source's text of an applied migration as the right one, although it is not what was applied. */
    @MessageType("migration.RepairMigration.v1")
    record RepairMigration(String databaseId, String migration, MigrationSource source, String reason)
            implements DatabaseCommand {}

    /** Frees the database from a run that no longer goes on. */
    @MessageType("migration.UnstickMigrations.v1")
    record UnstickMigrations(String databaseId, String reason) implements DatabaseCommand {}
}
