package io.axiom.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A file with one secret, readable by its owner only. It is there whole or not at all, whenever the process dies. */
public final class SecretFile {
    private SecretFile() {}

    /** The secret in the file; a new one is put there when there is none. Two processes that do this at once agree. */
    public static String ensure(Path named) {
        Path file = named.toAbsolutePath();
        Path folder = Objects.requireNonNull(file.getParent(), "a secret is in a folder");
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            Files.createDirectories(folder);
            Path fresh = folder.resolve("." + UUID.randomUUID() + ".secret");
            try {
                write(fresh, Secrets.token());
                // A hard link fails when the name is taken, a rename would replace what another process just made.
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } finally {
                Files.deleteIfExists(fresh);
            }
            sync(folder);
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be read or made", e);
        }
    }

    private static String read(Path file) throws IOException {
        String secret = Files.readString(file).strip();
        if (secret.length() < 20) {
            throw new IOException("it holds no secret; remove it and start again");
        }
        return secret;
    }

    private static void write(Path file, String secret) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(
                file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap((secret + '\n').getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
