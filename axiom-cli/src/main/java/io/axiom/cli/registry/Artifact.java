package io.axiom.cli.registry;

import io.axiom.cli.http.Fields;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file on this machine with its digest. */
final class Artifact {
    private Artifact() {}

    static Fields pin(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try (InputStream in = Files.newInputStream(absolute)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return new Fields()
                    .with("path", absolute.toString())
                    .with("sha256", HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new ProblemException(Problem.local(
                    "cli.artifact-unreadable",
                    "The artifact could not be read.",
                    absolute + ": " + e.getClass().getSimpleName(),
                    "Give an existing file that you may read; its digest is taken now."));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
