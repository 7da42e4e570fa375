package io.axiom.router.state;

import io.axiom.language.json.Json;
import io.axiom.language.routing.Route;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * {@code routes.json}, the last known routes. Written aside, forced to disk and renamed into place, so at any moment there is
 * one whole file; the one before stays as {@code routes.json.bak}. A checksum finds what a disk has altered.
 */
public final class StateFile {
    private static final Logger log = LoggerFactory.getLogger(StateFile.class);
    private static final int FORMAT = 1;
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /** Where the routes came from. */
    public enum Origin {
        /** There was no file. */
        NONE,
        /** The file. */
        FILE,
        /** The file was missing or damaged; these are the routes before the last change. */
        BACKUP,
        /** Nothing readable was left. */
        LOST
    }

    /** @param origin where {@code routes} came from */
    public record Loaded(List<Route> routes, Origin origin) {}

    record Document(int format, String sha256, List<Route> routes) {}

    private final Path directory;
    private final Path file;
    private final Path backup;

    public StateFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("routes.json");
        this.backup = directory.resolve("routes.json.bak");
    }

    /** Reads what there is. A damaged file is moved aside for a person to look at, never fatal. */
    public Loaded load() {
        boolean existed = Files.exists(file) || Files.exists(backup);
        List<Route> routes = read(file);
        if (routes != null) {
            return new Loaded(routes, Origin.FILE);
        }
        routes = read(backup);
        if (routes != null) {
            log.warn(
                    "{} could not be read; serving {} routes from {}, the state before the last change",
                    file,
                    routes.size(),
                    backup);
            return new Loaded(routes, Origin.BACKUP);
        }
        if (existed) {
            log.error(
                    "neither {} nor its backup could be read; starting without routes until they are set again", file);
        }
        return new Loaded(List.of(), existed ? Origin.LOST : Origin.NONE);
    }

    private static @Nullable List<Route> read(Path path) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new IOException("larger than " + MAX_BYTES + " bytes");
            }
            Document document = Json.lenient().readValue(Files.readAllBytes(path), Document.class);
            if (document.format() != FORMAT) {
                throw new IOException("format " + document.format() + " is not known");
            }
            if (!document.sha256().equals(digest(document.routes()))) {
                throw new IOException("its checksum does not match");
            }
            return document.routes();
        } catch (NoSuchFileException _) {
            return null;
        } catch (IOException | JacksonException | NullPointerException e) {
            log.warn(
                    "{} is damaged: {}",
                    path,
                    e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage());
            setAside(path);
            return null;
        }
    }

    private static void setAside(Path path) {
        try {
            Files.move(path, path.resolveSibling(path.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("{} could not be moved aside: {}", path, e.getMessage());
        }
    }

    /** Returns when {@code routes} are on disk. */
    public void save(List<Route> routes) throws IOException {
        Files.createDirectories(directory);
        Path next = file.resolveSibling("routes.json.tmp");
        byte[] bytes = Json.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Document(FORMAT, digest(routes), routes));
        try (FileChannel out = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        if (Files.exists(file)) {
            Path link = file.resolveSibling("routes.json.bak.tmp");
            Files.deleteIfExists(link);
            Files.createLink(link, file);
            Files.move(link, backup, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static String digest(List<Route> routes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(Json.mapper().writeValueAsBytes(routes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
