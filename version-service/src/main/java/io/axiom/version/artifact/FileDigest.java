package io.axiom.version.artifact;

import io.axiom.language.RejectedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 digest of a file, read in pieces whatever its size. */
public final class FileDigest {
    private static final int PIECE = 64 * 1_024;

    private FileDigest() {}

    /**
     * In lower-case hexadecimal digits, as {@code sha256sum} prints it.
     *
     * @throws RejectedException {@code artifact.missing}, {@code artifact.not-a-file}, {@code artifact.unreadable}
     */
    public static String of(Path file) {
        if (!Files.exists(file)) {
            throw Refusals.missing("file " + file);
        }
        // A device or pipe may never end.
        if (!Files.isRegularFile(file)) {
            throw Refusals.notAFile(file.toString());
        }
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
            }
        } catch (IOException e) {
            throw Refusals.unreadable(file.toString());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @throws RejectedException also {@code artifact.digest-mismatch} */
    public static void require(Path file, String sha256) {
        String actual = of(file);
        if (!actual.equals(sha256)) {
            throw Refusals.mismatch(file.toString(), sha256, actual);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
