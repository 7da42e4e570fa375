package io.axiom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axiom.infrastructure.TestInfrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterKillTest {
    @TempDir
    Path folder;

    @Test
    void whatAKilledWriterAcknowledgedIsThereOnceAndNothingIsMissingBetween() throws Exception {
        String database = TestInfrastructure.freshDatabase();
        List<String> acknowledged = new ArrayList<>();
        Random random = new Random(7);
        for (int round = 0; round < 3; round++) {
            // Two at a time: the one that lives must not be held up by the one that dies holding the lock.
            Process killed = start(database, "killed" + round);
            Process other = start(database, "other" + round);
            int enough = 50 + random.nextInt(400);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines("killed" + killed.pid()).size() > enough);
            killed.destroyForcibly().waitFor();
            int reached = lines("killed" + other.pid()).size();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines("killed" + other.pid()).size() > reached + 50);
            other.destroyForcibly().waitFor();
            acknowledged.addAll(lines("killed" + killed.pid()));
            acknowledged.addAll(lines("killed" + other.pid()));
        }
        try (PostgresEventLog log = PostgresEventLog.open(database, "killed")) {
            List<StoredEvent> events = LogFacts.check(log);
            assertThat(events).hasSizeGreaterThanOrEqualTo(acknowledged.size());
            for (String line : acknowledged) {
                String[] parts = line.split(" ");
                long position = Long.parseLong(parts[1]);
                assertThat(log.outcome(parts[0]).orElseThrow().appended()).isEqualTo(new Appended(position, position));
                assertThat(parts[0])
                        .startsWith(events.get((int) position - 1).event().aggregateId());
            }
        }
    }

    private Process start(String database, String name) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        String logging = System.getProperty("logback.configurationFile");
        if (logging != null) {
            command.add("-Dlogback.configurationFile=" + logging);
        }
        // The process names its own file by its id, so what is written is only ever its own.
        command.addAll(List.of(
                WriterProcess.class.getName(),
                database,
                name,
                folder.resolve("killed").toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        // The last line may be cut off by the kill.
        String text = Files.readString(path);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
