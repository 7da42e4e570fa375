package io.axiom.cli.http;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths of this machine in requests. */
public final class LocalPath {
    private LocalPath() {}

    /** A path of this machine as an absolute one, because services run elsewhere; anything else, such as a URL, as it is. */
    public static String absolute(String given) {
        try {
            Path path = Path.of(given);
            return Files.exists(path) ? path.toAbsolutePath().normalize().toString() : given;
        } catch (InvalidPathException e) {
            return given;
        }
    }
}
