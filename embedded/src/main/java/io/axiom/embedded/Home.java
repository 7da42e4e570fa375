package io.axiom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder an installation keeps everything in; only its owner may look inside. */
public record Home(Path folder) {

    public static Home at(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(absolute.resolve("logs"));
            Files.createDirectories(absolute.resolve("router"));
        } catch (IOException e) {
            throw new UncheckedIOException("Axiom's folder " + absolute + " cannot be made or is not yours", e);
        }
        return new Home(absolute);
    }

    public Path postgres() {
        return folder.resolve("postgres");
    }

    public Path passwords() {
        return folder.resolve("pgpass");
    }

    public Path kafka() {
        return folder.resolve("kafka");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path routerPid() {
        return folder.resolve("router").resolve("pid");
    }

    public Path pid() {
        return folder.resolve("axiom.pid");
    }

    public Path lock() {
        return folder.resolve("axiom.lock");
    }
}
