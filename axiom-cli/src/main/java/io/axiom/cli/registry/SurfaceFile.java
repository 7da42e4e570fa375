package io.axiom.cli.registry;

import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.http.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A file with a surface in it. */
record SurfaceFile(Path path, byte[] content) {
    private static final long LARGEST = 20L * 1024 * 1024;

    static SurfaceFile read(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw unreadable(path + " is larger than 20 MiB.", "Leave out what is no part of the interface.");
            }
            return new SurfaceFile(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw unreadable(path + ": " + e.getClass().getSimpleName(), "Give an existing file that you may read.");
        }
    }

    private static ProblemException unreadable(String detail, String next) {
        return new ProblemException(
                Problem.local("cli.surface-unreadable", "The surface could not be read.", detail, next));
    }

    /** As it stands in JSON. */
    String text(String kind) {
        return kind.equals("jar")
                ? Base64.getEncoder().encodeToString(content)
                : new String(content, StandardCharsets.UTF_8);
    }

    /**
     * What {@code --surface} says, {@code kind:file} or {@code kind:name=file}, as a surface of a new version. Uploads the content.
     *
     * @throws IllegalArgumentException when it says neither
     */
    static Fields upload(String option, Api api) {
        int colon = option.indexOf(':');
        if (colon < 1 || colon == option.length() - 1) {
            throw new IllegalArgumentException("--surface is <kind>:<file> or <kind>:<name>=<file>.");
        }
        String rest = option.substring(colon + 1);
        int equals = rest.indexOf('=');
        Path file = Path.of(rest.substring(equals + 1));
        String name = equals > 0 ? rest.substring(0, equals) : nameOf(file);
        String digest = api.upload(
                        Resource.of("api", "versioning", "surfaces"), read(file).content())
                .path("digest")
                .asString("");
        return new Fields()
                .with("kind", option.substring(0, colon))
                .with("name", name)
                .with("digest", digest);
    }

    /** The file's name without what says its format. */
    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }
}
