package io.axiom.migration.registry;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import java.util.List;
import java.util.Map;

/** Why a database says no. */
public final class Refusals {
    private Refusals() {}

    public static Rejection notFound(String databaseId) {
        return new Rejection(
                "migration.database-not-found",
                Kind.NOT_FOUND,
                "There is no database \"" + Texts.shorten(databaseId, 80) + "\".",
                "See which there are with: axiom database list.",
                Map.of("database", Texts.shorten(databaseId, 80)));
    }

    static Rejection exists(String databaseId) {
        return new Rejection(
                "migration.database-exists",
                Kind.CONFLICT,
                "The database \"" + databaseId + "\" is registered already.",
                "Change it with: axiom database change " + databaseId + ".",
                Map.of("database", databaseId));
    }

    static Rejection engineFixed(String databaseId, String engine, String wanted) {
        return new Rejection(
                "migration.engine-fixed",
                Kind.INVALID,
                "\"" + databaseId + "\" is a database of " + engine + "; the URL is one of " + wanted + ".",
                "Register it as another database.");
    }

    static Rejection running(Run run, String databaseId) {
        return new Rejection(
                "migration.run-active",
                Kind.CONFLICT,
                "Run " + run.runId() + " works on \"" + databaseId + "\".",
                "Wait for it, or see what it does with: axiom migration status " + databaseId
                        + ". If nobody runs it any more: axiom migration unstick " + databaseId + ".",
                Map.of("database", databaseId, "runId", run.runId()));
    }

    static Rejection planChanged(String asked, String now) {
        return new Rejection(
                "migration.plan-changed",
                Kind.CONFLICT,
                "The plan is no longer the one that was shown.",
                "Look at the plan again, then repeat with its hash.",
                Map.of("planHash", now, "asked", Texts.shorten(asked, 80)));
    }

    static Rejection refused(List<RunPlan.Concern> concerns) {
        RunPlan.Concern first = concerns.getFirst();
        String others = concerns.size() == 1 ? "" : " (and " + (concerns.size() - 1) + " more)";
        return new Rejection(
                first.code(),
                Kind.UNPROCESSABLE,
                first.sentence() + others,
                "Mend the migration, or let it pass with --force and a reason; the database's policy decides what is refused.",
                Map.of("concerns", Texts.shorten(String.join(" ", sentences(concerns)), 4000)));
    }

    static List<String> sentences(List<RunPlan.Concern> concerns) {
        return concerns.stream().map(RunPlan.Concern::sentence).toList();
    }

    static Rejection reasonMissing() {
        return new Rejection(
                "request.field-missing",
                Kind.INVALID,
                "The field \"reason\" is missing.",
                "Say why; it stays on record.",
                Map.of("field", "reason"));
    }

    static Rejection alreadyApplied(String databaseId, String migrationId) {
        return new Rejection(
                "migration.already-applied",
                Kind.CONFLICT,
                "Migration " + Texts.shorten(migrationId, 80) + " is applied on \"" + databaseId + "\".",
                "A baseline is for databases whose migrations Axiom does not know yet.");
    }

    public static RejectedException notApplied(String databaseId, String migration) {
        return new RejectedException(new Rejection(
                "migration.not-applied",
                Kind.NOT_FOUND,
                "Migration \"" + Texts.shorten(migration, 80) + "\" is not applied on \"" + databaseId + "\".",
                "See which are with: axiom migration list " + databaseId + "."));
    }

    public static RejectedException appliedSince(String databaseId, String newest) {
        return new RejectedException(new Rejection(
                "migration.applied-since",
                Kind.CONFLICT,
                "Migration " + newest + " was applied on \"" + databaseId
                        + "\" after what is to be taken back, and may rest on it.",
                "Take it back first, or all since then together: axiom migration rollback " + databaseId
                        + " --migration <id> --dry-run shows what that is."));
    }

    static Rejection nothingStuck(String databaseId) {
        return new Rejection(
                "migration.not-stuck",
                Kind.CONFLICT,
                "Nothing works on \"" + databaseId + "\".",
                "Nothing has to be done.");
    }
}
