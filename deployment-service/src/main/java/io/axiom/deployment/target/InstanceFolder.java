package io.axiom.deployment.target;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One instance's files: its pid, its lock, what it printed. */
final class InstanceFolder {
    private static final int MAX_LINE = 300;

    private final Path folder;

    InstanceFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    Path pidFile() {
        return folder.resolve("pid");
    }

    Path output() {
        return folder.resolve("output.log");
    }

    /** Makes the folder, readable by its owner only, and proves that it can be written. */
    void prepare() throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path probe = folder.resolve("probe");
        try (FileChannel channel = FileChannel.open(
                probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(java.nio.ByteBuffer.allocate(8192));
            channel.force(false);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** The pid the wrapper wrote; empty when there is none or it is not whole. */
    OptionalLong pid() {
        try {
            String text = Files.readString(pidFile()).strip();
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    void forgetPid() throws IOException {
        Files.deleteIfExists(pidFile());
        Files.deleteIfExists(record());
    }

    private Path record() {
        return folder.resolve("process");
    }

    /** Notes which process it is, for programs that overwrite the environment they were started with. */
    void note(RunningInstance running) throws IOException {
        ProcessTable.Entry process = running.process();
        Path draft = folder.resolve("process.new");
        Files.writeString(draft, process.pid() + " " + process.startTicks() + ' ' + running.port() + '\n');
        Files.move(draft, record(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The port of the process noted, when it is this one. */
    OptionalInt notedPort(ProcessTable.Entry process) {
        try {
            String[] fields = Files.readString(record()).strip().split(" ", -1);
            boolean same = fields.length == 3
                    && Long.parseLong(fields[0]) == process.pid()
                    && Long.parseLong(fields[1]) == process.startTicks();
            return same ? OptionalInt.of(Integer.parseInt(fields[2])) : OptionalInt.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Keeps two control planes from judging the same pid file at once; the system lets go when a holder dies. */
    Held lock() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (true) {
                FileLock lock = tryLock(channel);
                if (lock != null) {
                    return new Held(channel, lock);
                }
                Thread.sleep(10);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
        }
    }

    /** Moves output beyond {@code limit} aside. The process appends, so it goes on at the file's new end. */
    void rotate(long limit) throws IOException {
        try {
            if (Files.size(output()) > limit) {
                Files.copy(output(), folder.resolve("output.log.1"), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(output(), StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    /** The last lines printed, shortened. */
    String tail(int lines) {
        try (RandomAccessFile file = new RandomAccessFile(output().toFile(), "r")) {
            long from = Math.max(0, file.length() - 8192);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            String[] all = new String(bytes, StandardCharsets.UTF_8).strip().split("\n", -1);
            StringBuilder text = new StringBuilder();
            for (int i = Math.max(0, all.length - lines); i < all.length; i++) {
                text.append(text.isEmpty() ? "" : "\n").append(shorten(all[i]));
            }
            return text.toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String shorten(@Nullable String line) {
        String plain = line == null ? "" : line.replaceAll("\\p{Cntrl}", " ");
        return io.axiom.language.Texts.shorten(plain, MAX_LINE);
    }
}
