package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.migration.DatabaseCredentials;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.runtime.secret.SecretReferences;

/** Finds what is needed to connect to a registered database, and connects. No message names a secret. */
public final class Targets {
    private static final int STATEMENT_SECONDS = 60;

    private final SecretReferences secrets;

    public Targets(SecretReferences secrets) {
        this.secrets = secrets;
    }

    public DatabaseAddress address(Registered database) {
        DatabaseCredentials credentials = database.credentials();
        String reference = credentials.password();
        if (reference == null) {
            return new DatabaseAddress(database.url(), credentials.user(), null);
        }
        String password = secrets.read(reference)
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "migration.password-missing",
                        Rejection.Kind.UNPROCESSABLE,
                        "The password of \"" + database.databaseId() + "\" is not where its reference says.",
                        "Provide the environment variable or file to migration-service, then repeat.")));
        return new DatabaseAddress(database.url(), credentials.user(), password);
    }

    /** Opens a session for looking. */
    public SqlSession open(Registered database) {
        return open(address(database), database.databaseId());
    }

    static SqlSession open(DatabaseAddress address, String databaseId) {
        try {
            return address.open(STATEMENT_SECONDS);
        } catch (SqlFailure e) {
            String password = address.password();
            String said = password == null || password.isEmpty()
                    ? String.valueOf(e.getMessage())
                    : String.valueOf(e.getMessage()).replace(password, "***");
            throw new RejectedException(new Rejection(
                    "migration.database-unreachable",
                    Rejection.Kind.UNAVAILABLE,
                    "\"" + databaseId + "\" at " + address + " cannot be reached: " + said,
                    "Check that it runs, and URL, user and password reference: axiom database get " + databaseId
                            + "."));
        }
    }
}
