package io.axiom.migration.registry;

import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.migration.DatabaseCommand.ChangeDatabase;
import io.axiom.language.migration.DatabaseCommand.RegisterDatabase;
import io.axiom.language.migration.DatabaseCredentials;
import io.axiom.language.migration.DatabaseEvent;
import io.axiom.language.migration.DatabaseEvent.DatabaseChanged;
import io.axiom.language.migration.DatabaseEvent.DatabaseRegistered;
import io.axiom.language.migration.MigrationPolicy;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.runtime.aggregate.Decision;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a database is and how it is reached, without any secret. */
final class Registration {
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_REASON = 2_000;
    private static final Pattern SECRET = Pattern.compile("(?i)[?&;](password|sslpassword)=|//[^/@]*:[^/@]*@");
    private static final Pattern REFERENCE = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]{0,200}|file:/.{1,1000}");

    private Registration() {}

    static Decision<DatabaseEvent> register(RegisterDatabase command) {
        String id = Names.require("database", command.databaseId());
        String environment = Names.require("environment", command.environment());
        String url = url(command.url());
        return Decision.accept(
                List.of(new DatabaseRegistered(
                        id,
                        environment,
                        engine(url),
                        url,
                        credentials(command.credentials()),
                        command.policy() == null ? MigrationPolicy.USUAL : command.policy())),
                Map.of("database", id));
    }

    static Decision<DatabaseEvent> change(Registered database, ChangeDatabase command) {
        String url = command.url() == null ? database.url() : url(command.url());
        if (!engine(url).equals(database.engine())) {
            return Decision.refuse(Refusals.engineFixed(database.databaseId(), database.engine(), engine(url)));
        }
        if (database.running().isPresent()) {
            return Decision.refuse(Refusals.running(database.running().get(), database.databaseId()));
        }
        DatabaseCredentials credentials =
                command.credentials() == null ? database.credentials() : credentials(command.credentials());
        MigrationPolicy policy = command.policy() == null ? database.policy() : command.policy();
        boolean same = url.equals(database.url())
                && credentials.equals(database.credentials())
                && policy.equals(database.policy());
        return Decision.accept(
                same ? List.of() : List.of(new DatabaseChanged(database.databaseId(), url, credentials, policy)),
                Map.of("database", database.databaseId()));
    }

    static void requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RejectedException(Refusals.reasonMissing());
        }
        if (reason.length() > LONGEST_REASON) {
            throw invalid("The reason is longer than " + LONGEST_REASON + " characters.", "Say it shorter.");
        }
    }

    private static String engine(String url) {
        return DatabaseAddress.of(url).engine().name().toLowerCase(Locale.ROOT);
    }

    private static String url(String url) {
        if (url.length() > LONGEST_URL || url.chars().anyMatch(Character::isISOControl)) {
            throw invalid(
                    "The URL is longer than " + LONGEST_URL + " characters.", "Write the JDBC URL of the database.");
        }
        DatabaseAddress.of(url);
        if (SECRET.matcher(url).find()) {
            throw new RejectedException(new Rejection(
                    "migration.secret-in-url",
                    Rejection.Kind.INVALID,
                    "The URL holds a password, and URLs are shown to everyone.",
                    "Leave it out, and say where it is found: --password env:NAME or --password file:/path."));
        }
        return url;
    }

    private static DatabaseCredentials credentials(@Nullable DatabaseCredentials given) {
        if (given == null) {
            return DatabaseCredentials.NONE;
        }
        if (given.password() != null && !REFERENCE.matcher(given.password()).matches()) {
            // Not quoted: it may be the password itself.
            throw new RejectedException(new Rejection(
                    "migration.password-not-a-reference",
                    Rejection.Kind.INVALID,
                    "The password is to be a reference, not the password itself.",
                    "Write env:NAME for an environment variable of migration-service, or file:/path for a file."));
        }
        if (given.user() != null && given.user().length() > 200) {
            throw invalid("The user's name is longer than 200 characters.", "Use the database's name for the user.");
        }
        return given;
    }

    private static RejectedException invalid(String detail, String next) {
        return new RejectedException(new Rejection("request.invalid", Rejection.Kind.INVALID, detail, next));
    }
}
