package io.axiom.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Kills the runner's process at random moments. {@code -Daxiom.kill.rounds=100} kills it more often; {@code -Daxiom.kill.seed}
 * chooses other moments.
 */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("axiom.kill.rounds", 1);
    private static final int KILLS = 3;
    private static final int MOST_LINES = 90;
    /** Rows of the table that is gone through. */
    static final int COUNTED = 900;

    static List<Task> tasks(Engine engine, String round) {
        List<Task> tasks = RunnerProcess.tasks(round, engine == Engine.POSTGRESQL);
        return engine != Engine.MARIADB
                ? tasks
                : tasks.stream()
                        .map(task -> task.with(task.statements().stream()
                                .map(text ->
                                        text.startsWith("DROP INDEX") ? text.replace("/* on */", "ON counted") : text)
                                .toList()))
                        .toList();
    }

    /** MariaDB rightly complains of every connection that breaks. */
    @BeforeAll
    static void expectComplaints() {
        ((Logger) LoggerFactory.getLogger("ch.vorburger.exec")).setLevel(Level.OFF);
    }

    @AfterAll
    static void listenAgain() {
        ((Logger) LoggerFactory.getLogger("ch.vorburger.exec")).setLevel(null);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void eachMigrationEndsAppliedOnceWheneverItsRunnerIsKilled(Engine engine) throws Exception {
        Random random = new Random(Long.getLong("axiom.kill.seed", 11));
        DatabaseAddress address = Fresh.database(engine);
        prepare(address);
        List<Integer> halves = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (int kill = 0; kill < KILLS; kill++) {
                killed(address, Integer.toString(round), random);
                Fresh.unfinished(address).forEach(half -> halves.add(half.done()));
            }
            finish(address, Integer.toString(round));
            check(address, engine, round);
        }
        System.out.println(engine + ": " + ROUNDS * KILLS + " kills, between two statements at " + halves);
    }

    static void prepare(DatabaseAddress address) {
        Fresh.execute(
                address,
                "CREATE TABLE applied (id varchar(50))",
                "CREATE TABLE total (n int)",
                "INSERT INTO total VALUES (0)",
                "CREATE TABLE counted (id int PRIMARY KEY, n int, m int)",
                "INSERT INTO counted WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < "
                        + COUNTED + ") SELECT i, 0, 0 FROM c");
    }

    /** Lets a process get to some statement, and kills it a little later. */
    private static void killed(DatabaseAddress address, String round, Random random) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        String logging = System.getProperty("logback.configurationFile");
        if (logging != null) {
            command.add("-Dlogback.configurationFile=" + logging);
        }
        command.addAll(List.of(
                RunnerProcess.class.getName(),
                address.url(),
                address.user() == null ? "" : address.user(),
                address.password() == null ? "" : address.password(),
                round));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = "";
            for (int lines = random.nextInt(MOST_LINES); lines > 0 && line != null; lines--) {
                line = output.readLine();
            }
            process.waitFor(random.nextInt(3_000_000), TimeUnit.NANOSECONDS);
            process.destroyForcibly().waitFor();
        }
    }

    static void finish(DatabaseAddress address, String round) {
        Outcome outcome =
                Runner.on(address, RunnerProcess.OPTIONS, "test").run(tasks(address.engine(), round), Progress.NONE);
        assertThat(outcome.failure()).isNull();
    }

    static void check(DatabaseAddress address, Engine engine, int round) {
        assertThat(Fresh.unfinished(address)).isEmpty();
        assertThat(Fresh.history(address)).hasSize(8 * round).allMatch(entry -> entry.status() == Status.APPLIED);
        assertThat(Fresh.value(address, "SELECT count(*) FROM applied")).isEqualTo(Integer.toString(6 * round));
        assertThat(Fresh.value(address, "SELECT count(DISTINCT id) FROM applied"))
                .isEqualTo(Integer.toString(6 * round));
        assertThat(Fresh.value(address, "SELECT n FROM total")).isEqualTo(Integer.toString(5 * round));
        assertThat(Fresh.value(address, "SELECT count(*) FROM s" + round)).isEqualTo("5");
        assertThat(Fresh.value(address, "SELECT sum(b) FROM t" + round + "_5")).isEqualTo("3");
        assertThat(Fresh.value(address, "SELECT min(n) FROM counted")).isEqualTo(Integer.toString(round));
        assertThat(Fresh.value(address, "SELECT max(n) FROM counted")).isEqualTo(Integer.toString(round));
        assertThat(Fresh.value(address, "SELECT min(m) FROM counted")).isEqualTo(Integer.toString(round));
        assertThat(Fresh.value(address, "SELECT max(m) FROM counted")).isEqualTo(Integer.toString(round));
        if (engine == Engine.POSTGRESQL) {
            assertThat(Fresh.value(address, "SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                    .isEqualTo("0");
        }
    }
}
