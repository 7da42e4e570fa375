package io.axiom.cli;

import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The API token: {@code AXIOM_TOKEN}, else the file the gateway wrote for this machine's owner at its first start. */
final class Token {
    private Token() {}

    static @Nullable String find(Session session) {
        String given = session.variable("AXIOM_TOKEN");
        if (given != null) {
            return given;
        }
        Path file = session.home().resolve("token");
        try {
            if (!Files.isReadable(file)) {
                return null;
            }
            String token = Files.readString(file).strip();
            return token.isEmpty() || token.length() > 500 ? null : token;
        } catch (IOException e) {
            throw new ProblemException(Problem.local(
                    "cli.token-unreadable",
                    "The API token could not be read.",
                    file + ": " + e.getClass().getSimpleName(),
                    "Give it in AXIOM_TOKEN, or make the file readable."));
        }
    }
}
