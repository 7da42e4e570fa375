package io.axiom.embedded.demo;

import io.axiom.embedded.Home;
import io.axiom.embedded.Ports;
import io.axiom.embedded.RouterProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deployed instances and the router outlive the platform on purpose; the demo takes its own away. */
final class Remains {
    private Remains() {}

    static void stopProcesses(Home home) {
        new RouterProcess(home, Ports.free()).stop();
        Path instances = home.folder().resolve("instances");
        if (!Files.isDirectory(instances)) {
            return;
        }
        try (Stream<Path> files = Files.walk(instances, 2)) {
            for (Path pidFile : files.filter(
                            file -> file.getFileName().toString().startsWith("pid"))
                    .toList()) {
                stop(pidFile);
            }
        } catch (IOException e) {
            System.err.println("Some instances may still run: " + e.getMessage());
        }
    }

    private static void stop(Path pidFile) throws IOException {
        String text = Files.readString(pidFile).strip();
        if (text.chars().allMatch(Character::isDigit) && !text.isEmpty()) {
            ProcessHandle.of(Long.parseLong(text)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
