package io.axiom.runtime.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code env:NAME} and {@code file:/path} refer to. Axiom's own credentials ({@code AXIOM_…}) are not read. */
public final class SecretReferences {
    private static final int MOST_BYTES = 64 * 1024;

    private final Map<String, String> environment;

    /** @param environment variables that may be referred to */
    public SecretReferences(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The secret; empty where there is none, or it cannot be read. */
    public Optional<String> read(String reference) {
        if (reference.startsWith("env:")) {
            String name = reference.substring(4);
            return name.startsWith("AXIOM_") ? Optional.empty() : Optional.ofNullable(environment.get(name));
        }
        if (reference.startsWith("file:")) {
            try {
                return readFile(Path.of(reference.substring(5)));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> readFile(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
