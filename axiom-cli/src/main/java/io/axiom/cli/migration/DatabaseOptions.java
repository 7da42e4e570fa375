package io.axiom.cli.migration;

import io.axiom.cli.http.Fields;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a database is reached and what it lets pass; what is not given stays as it is. */
final class DatabaseOptions {
    /** What becomes of a plan one should better not run. */
    enum Choice {
        warn,
        refuse
    }

    @Option(names = "--user", paramLabel = "<name>", description = "Who connects.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "<reference>",
            description =
                    "Where the password is: env:NAME or file:/path, as migration-service sees it. Never the password.")
    private @Nullable String password;

    @Option(
            names = "--unproven",
            paramLabel = "<what>",
            description =
                    "Migrations without a proven way back: ${COMPLETION-CANDIDATES} (default: refuse in production, else warn).")
    private @Nullable Choice unproven;

    @Option(
            names = "--findings",
            paramLabel = "<what>",
            description =
                    "Errors the linter finds: ${COMPLETION-CANDIDATES} (default: refuse in production, else warn).")
    private @Nullable Choice findings;

    @Option(
            names = "--keep",
            negatable = true,
            fallbackValue = "true",
            description = "Whether what migrations destroy is kept for the way back (default: yes).")
    private @Nullable Boolean keep;

    @Nullable
    Fields credentials() {
        return user == null && password == null
                ? null
                : new Fields().with("user", user).with("password", password);
    }

    @Nullable
    Fields policy() {
        return unproven == null && findings == null && keep == null
                ? null
                : new Fields()
                        .with("unproven", unproven == null ? null : unproven.name())
                        .with("findings", findings == null ? null : findings.name())
                        .with("keep", keep);
    }
}
