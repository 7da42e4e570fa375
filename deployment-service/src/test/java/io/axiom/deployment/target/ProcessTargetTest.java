package io.axiom.deployment.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.axiom.language.deployment.Configuration;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Target;
import io.axiom.language.version.RunSpec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTargetTest {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", System.getenv("PATH"), "API_KEY", "swordfish-4711", "DATABASE_URL", "not for instances");

    @TempDir
    Path home;

    private ProcessTarget target;

    @BeforeEach
    void open() throws Exception {
        target = new ProcessTarget(home, ENVIRONMENT);
    }

    @AfterEach
    void endAll() {
        Instances.endAll(target);
    }

    @Test
    void runsTheCommandWithItsEnvironmentAndPort() throws Exception {
        InstanceSpec spec = spec(
                new RunSpec(
                        List.of("sh", "-c", "env; exec sleep 1000 ${PORT}"), null, Map.of("FROM_VERSION", "v"), null),
                Map.of("GREETING", "hi there", "TOKEN", "secret:env:API_KEY"));
        RunningInstance running = target.ensure(spec);
        assertThat(running.isAlive()).isTrue();
        Path output = home.resolve(spec.instanceId()).resolve("output.log");
        await().untilAsserted(() -> assertThat(Files.readAllLines(output))
                .contains(
                        "GREETING=hi there",
                        "FROM_VERSION=v",
                        "TOKEN=swordfish-4711",
                        "PORT=" + running.port(),
                        "AXIOM_INSTANCE_ID=" + spec.instanceId(),
                        "AXIOM_VERSION=1.0.0")
                .noneMatch(line -> line.startsWith("DATABASE_URL=")));
        assertThat(target.lastOutput(spec, 100)).contains("TOKEN=***").doesNotContain("swordfish");
    }

    @Test
    void startsAnInstanceOnceHoweverOftenAsked() throws Exception {
        RunningInstance first = target.ensure(sleeper());
        assertThat(target.ensure(sleeper())).isEqualTo(first);
        assertThat(target.all()).hasSize(1);
    }

    @Test
    void adoptsWhatAnotherControlPlaneStarted() throws Exception {
        RunningInstance first = target.ensure(sleeper());
        ProcessTarget later = new ProcessTarget(home, ENVIRONMENT);
        assertThat(later.ensure(sleeper())).isEqualTo(first);
        assertThat(later.ensure(sleeper()).port()).isEqualTo(first.port());
    }

    @Test
    void adoptsThoughThePidFileIsLost() throws Exception {
        RunningInstance first = target.ensure(sleeper());
        Files.delete(home.resolve(sleeper().instanceId()).resolve("pid"));
        assertThat(new ProcessTarget(home, ENVIRONMENT).ensure(sleeper())).isEqualTo(first);
    }

    @Test
    void manyStartsAtOnceLeadToOneProcess() throws Exception {
        List<Callable<RunningInstance>> starts = java.util.stream.IntStream.range(0, 8)
                .mapToObj(_ -> (Callable<RunningInstance>) () -> new ProcessTarget(home, ENVIRONMENT).ensure(sleeper()))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(starts))
                    .allSatisfy(start -> assertThat(start.get().pid())
                            .isEqualTo(target.ensure(sleeper()).pid()));
        }
        assertThat(target.all()).hasSize(1);
    }

    @Test
    void doesNotTakeAnotherProcessWithTheSamePidForItsOwn() throws Exception {
        InstanceSpec spec = sleeper();
        Files.createDirectories(home.resolve(spec.instanceId()));
        Files.writeString(
                home.resolve(spec.instanceId()).resolve("pid"),
                Long.toString(ProcessHandle.current().pid()));
        RunningInstance running = target.ensure(spec);
        assertThat(running.pid()).isNotEqualTo(ProcessHandle.current().pid());
        target.stop(spec.instanceId(), GRACE);
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void stoppingAsksFirst() throws Exception {
        InstanceSpec spec = shell("trap 'echo said goodbye; exit 0' TERM; echo ready; while :; do sleep 0.05; done");
        RunningInstance running = target.ensure(spec);
        await().until(() -> target.lastOutput(spec, 9).contains("ready"));
        target.stop(spec.instanceId(), GRACE);
        assertThat(running.isAlive()).isFalse();
        assertThat(target.lastOutput(spec, 9)).contains("said goodbye");
        assertThat(target.find(spec.instanceId())).isEmpty();
    }

    @Test
    void stoppingInsistsWhenAskingDoesNotHelp() throws Exception {
        InstanceSpec spec =
                shell("trap '' TERM; echo ready; (trap '' TERM; exec sleep 1000) & while :; do sleep 0.05; done");
        RunningInstance running = target.ensure(spec);
        await().until(() -> target.lastOutput(spec, 9).contains("ready"));
        target.stop(spec.instanceId(), Duration.ofMillis(200));
        assertThat(running.isAlive()).isFalse();
        assertThat(ProcessTable.groupLives(running.process().group())).isFalse();
    }

    @Test
    void tellsHowAProcessEnded() throws Exception {
        InstanceSpec spec = shell("echo cannot open my config >&2; exit 7");
        RunningInstance running = target.ensure(spec);
        assertThat(target.awaitExit(running)).isEqualTo(OptionalInt.of(7));
        assertThat(target.lastOutput(spec, 3)).isEqualTo("cannot open my config");
        assertThat(target.ensure(spec).pid()).isNotEqualTo(running.pid());
    }

    @Test
    void noticesTheEndOfAnAdoptedProcess() throws Exception {
        RunningInstance running = target.ensure(sleeper());
        ProcessTarget later = new ProcessTarget(home, ENVIRONMENT);
        RunningInstance adopted = later.ensure(sleeper());
        ProcessHandle.of(running.pid()).orElseThrow().destroyForcibly();
        assertThat(later.awaitExit(adopted)).isEmpty();
        assertThat(adopted.isAlive()).isFalse();
    }

    @Test
    void givesAnotherPortWhenOneIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            InstanceSpec onlyThis = withPorts(port, port);
            assertThat(failureOf(onlyThis)).isEqualTo("instance.port-taken");
            assertThat(target.ensure(withPorts(port, port + 20)).port()).isGreaterThan(port);
        }
    }

    @Test
    void refusesAMissingOrChangedArtifact() throws Exception {
        Path artifact = home.resolve("agent.jar");
        String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        InstanceSpec spec = spec(
                new RunSpec(
                        List.of("sleep", "1000"), null, Map.of(), new RunSpec.Artifact(artifact.toString(), digest)),
                Map.of());
        assertThat(failureOf(spec)).isEqualTo("artifact.missing");
        Files.writeString(artifact, "something else");
        assertThat(failureOf(spec)).isEqualTo("artifact.digest-mismatch");
        Files.writeString(artifact, "test");
        assertThat(target.ensure(spec).isAlive()).isTrue();
    }

    @Test
    void checksEverythingAVersionIsMadeOf() throws Exception {
        Path model = Files.writeString(home.resolve("model.bin"), "something else");
        String digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        Release release = Release.of(
                "agent",
                "1.0.0",
                RunSpec.of("sleep", "1000"),
                Configuration.EMPTY,
                List.of(new RunSpec.Artifact(model.toString(), digest)));
        InstanceSpec spec = InstanceSpec.of("test", "agent", release, 1, new Target.Processes(null, null));
        assertThat(failureOf(spec)).isEqualTo("artifact.digest-mismatch");
        Files.writeString(model, "test");
        assertThat(target.ensure(spec).isAlive()).isTrue();
    }

    @Test
    void refusesAMissingSecretByItsKeyNotItsSource() {
        InstanceSpec spec = spec(RunSpec.of("sleep", "1000"), Map.of("TOKEN", "secret:file:/nowhere/at-all"));
        InstanceFailure failure = catchThrowableOfType(InstanceFailure.class, () -> target.ensure(spec));
        assertThat(failure.reason().code()).isEqualTo("configuration.secret-missing");
        assertThat(failure.reason().detail()).contains("TOKEN").doesNotContain("/nowhere");
    }

    @Test
    void refusesAProgramOrFolderThatIsNotThere() {
        assertThat(failureOf(spec(RunSpec.of("no-such-program-here"), Map.of())))
                .isEqualTo("instance.command-not-found");
        assertThat(failureOf(spec(new RunSpec(List.of("sleep", "1"), "/no/such/folder", Map.of(), null), Map.of())))
                .isEqualTo("instance.working-directory-missing");
    }

    @Test
    void saysThatTheDiskIsFull() throws Exception {
        Path disk = Files.createDirectory(home.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()).start();
        assumeThat(mount.waitFor()).as("a small file system can be mounted").isZero();
        try {
            ProcessTarget small = new ProcessTarget(disk.resolve("instances"), ENVIRONMENT);
            assertThatIOException().isThrownBy(() -> Files.write(disk.resolve("filler"), new byte[1024 * 1024]));
            InstanceFailure failure = catchThrowableOfType(InstanceFailure.class, () -> small.ensure(sleeper()));
            assertThat(failure.reason().code()).isEqualTo("instance.disk-full");
            assertThat(small.all()).isEmpty();
            Files.delete(disk.resolve("filler"));
            RunningInstance running = small.ensure(sleeper());
            assertThat(running.isAlive()).isTrue();
            small.stop(sleeper().instanceId(), Duration.ZERO);
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepsOutputWithinItsLimit() throws Exception {
        InstanceSpec spec = shell("head -c 9000000 /dev/zero | tr '\\0' 'x'; echo; echo end; exec sleep 1000");
        target.ensure(spec);
        Path output = home.resolve(spec.instanceId()).resolve("output.log");
        await().until(() -> target.lastOutput(spec, 1).equals("end"));
        target.limitOutput(spec.instanceId());
        assertThat(Files.size(output)).isZero();
        assertThat(output.resolveSibling("output.log.1")).exists();
    }

    @Test
    void findsProcessesOfThisHomeOnly(@TempDir Path otherHome) throws Exception {
        target.ensure(sleeper());
        assertThat(new ProcessTarget(otherHome, ENVIRONMENT).all()).isEmpty();
        assertThat(target.all()).containsOnlyKeys(sleeper().instanceId());
    }

    private String failureOf(InstanceSpec spec) {
        return catchThrowableOfType(InstanceFailure.class, () -> target.ensure(spec))
                .reason()
                .code();
    }

    private static InstanceSpec sleeper() {
        return spec(RunSpec.of("sleep", "1000"), Map.of());
    }

    private static InstanceSpec shell(String script) {
        return spec(RunSpec.of("sh", "-c", script), Map.of());
    }

    private static InstanceSpec withPorts(int first, int last) {
        Release release = Release.of("agent", "1.0.0", RunSpec.of("sleep", "1000"), Configuration.EMPTY);
        return InstanceSpec.of("test", "agent", release, 1, new Target.Processes(first, last));
    }

    static InstanceSpec spec(RunSpec run, Map<String, String> configuration) {
        return InstanceSpec.of(
                "test",
                "agent",
                Release.of("agent", "1.0.0", run, Configuration.of(configuration)),
                1,
                new Target.Processes(null, null));
    }
}
