package io.axiom.deployment.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.RunSpec;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledControlPlaneTest {
    private static final int KILLS = 12;

    @TempDir
    Path home;

    /** A control plane of its own that starts and stops one instance as fast as it can. */
    public static final class Restless {
        public static void main(String[] arguments) throws Exception {
            ProcessTarget target = new ProcessTarget(Path.of(arguments[0]), System.getenv());
            System.out.println("begins");
            while (true) {
                target.ensure(instance());
                target.stop(instance().instanceId(), Duration.ZERO);
            }
        }
    }

    static InstanceSpec instance() {
        return ProcessTargetTest.spec(RunSpec.of("sleep", "1000"), Map.of());
    }

    @Test
    void leavesNoInstanceDoubledOrLostWhereverItIsKilled() throws Exception {
        ProcessTarget target = new ProcessTarget(home, System.getenv());
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            Process controlPlane = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Restless.class.getName(),
                            home.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = controlPlane.inputReader();
            assertThat(output.readLine()).isEqualTo("begins");
            TimeUnit.MICROSECONDS.sleep(random.nextInt(150_000));
            controlPlane.destroyForcibly().waitFor();

            RunningInstance running = target.ensure(instance());
            assertThat(running.isAlive()).isTrue();
            assertThat(ProcessTable.pids().stream()
                            .filter(pid -> home.toAbsolutePath()
                                    .toString()
                                    .equals(ProcessTable.environmentOf(pid).get("AXIOM_INSTANCE_HOME")))
                            .filter(pid -> ProcessTable.find(pid).isPresent()))
                    .as("processes after kill %d", kill)
                    .containsExactly(running.pid());
            target.stop(instance().instanceId(), Duration.ZERO);
            assertThat(target.all()).isEmpty();
        }
    }
}
