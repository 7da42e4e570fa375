package io.axiom.deployment.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The system's processes, read from {@code /proc} (proc(5)): unlike {@link ProcessHandle} it tells a zombie from a living
 * process, and it knows the environment a process was started with.
 */
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    private ProcessTable() {}

    /** @param startTicks clock ticks between boot and the process's start: with the pid it names one process for ever */
    public record Entry(long pid, long group, long startTicks) {}

    /** The living process with this pid; a zombie does not count. */
    public static Optional<Entry> find(long pid) {
        String stat;
        try {
            stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return Optional.empty();
        }
        // The second field is the program's name in brackets and may itself contain anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        char state = fields[0].charAt(0);
        if (state == 'Z' || state == 'X') {
            return Optional.empty();
        }
        return Optional.of(new Entry(pid, Long.parseLong(fields[2]), Long.parseLong(fields[19])));
    }

    public static boolean isAlive(Entry entry) {
        return find(entry.pid()).filter(entry::equals).isPresent();
    }

    /** Whether there is such a process, and it is ours to look into. */
    static boolean mayBeRead(long pid) {
        return Files.isReadable(PROC.resolve(Long.toString(pid)).resolve("environ"));
    }

    /** The environment the process was started with; empty when it is gone or not ours to read. */
    static Map<String, String> environmentOf(long pid) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve("environ"));
        } catch (IOException e) {
            return Map.of();
        }
        Map<String, String> environment = new HashMap<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\0", -1)) {
            int separator = line.indexOf('=');
            if (separator > 0) {
                environment.put(line.substring(0, separator), line.substring(separator + 1));
            }
        }
        return environment;
    }

    /** The pids there are now. */
    static List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[1-9]*")) {
            for (Path entry : entries) {
                pids.add(Long.parseLong(entry.getFileName().toString()));
            }
        } catch (IOException | NumberFormatException e) {
            return pids;
        }
        return pids;
    }

    /** Whether any living process is in this group. */
    static boolean groupLives(long group) {
        return pids().stream()
                .anyMatch(
                        pid -> find(pid).filter(entry -> entry.group() == group).isPresent());
    }
}
