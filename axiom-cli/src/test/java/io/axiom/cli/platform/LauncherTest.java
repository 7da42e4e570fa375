package io.axiom.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./axiom} in a copy of the repository whose JDK and Maven only say how they were called. */
class LauncherTest {
    private record Ended(int exitCode, String out, String err) {}

    @TempDir
    private Path folder;

    private Path root;
    private Path jdk;

    @BeforeEach
    void repository() throws IOException {
        Path original = Path.of(System.getProperty("axiom.root"));
        root = Files.createDirectories(folder.resolve("a clone with spaces"));
        for (String file : List.of("axiom", "config/build.sh")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(original.resolve(file), root.resolve(file));
        }
        root.resolve("axiom").toFile().setExecutable(true);
        source("pom.xml", "axiom-cli/src/main/java/A.java", "embedded/pom.xml");
        jdk = jdk(folder.resolve("jdks/jdk 25"), "25.0.3");
        // A Maven that notes each build, and builds what the launcher looks for.
        executable(folder.resolve("tools/mvn"), """
                echo "[INFO] Building axiom-cli 0.1.0-SNAPSHOT                        [1/2]"
                echo "$JAVA_HOME" >>"%s/builds"
                [ -f "%s/broken" ] && { echo "[ERROR] A.java:[1,1] ';' expected"; exit 1; }
                [ -f "%s/slow" ] && sleep 1
                mkdir -p axiom-cli/target/dist/lib embedded/target/dist/lib
                touch axiom-cli/target/dist/lib/b.jar axiom-cli/target/dist/lib/a.jar
                """.formatted(folder, folder, folder));
    }

    private void source(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "x");
        }
    }

    /** Prints its arguments a line each; {@code exits 3} makes it exit with 3. */
    private static Path jdk(Path home, String version) throws IOException {
        executable(home.resolve("bin/javac"), "");
        executable(
                home.resolve("bin/java"),
                "for a in \"$@\"; do printf '%s\\n' \"$a\"; done\n[ \"${2:-}\" ] && eval last=\\${$#} && [ \"$last\" = fails ] && exit 3\nexit 0\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ProcessBuilder command(Path workingFolder, Map<String, String> more, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", folder.resolve("tools") + ":/usr/bin:/bin",
                "HOME", folder.resolve("home").toString(),
                "JAVA_HOME", jdk.toString(),
                "AXIOM_JDK_FOLDERS", folder.resolve("nowhere").toString()));
        environment.putAll(more);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private Ended run(Path workingFolder, Map<String, String> more, String... command)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile(folder, "err", "");
        Process process = command(workingFolder, more, command)
                .redirectError(err.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(err));
    }

    private Ended axiom(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("./axiom"));
        command.addAll(List.of(arguments));
        return run(root, Map.of(), command.toArray(String[]::new));
    }

    private List<String> builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    @Test
    void it_builds_once_with_the_jdk_it_found_says_so_and_runs_with_the_arguments_as_they_are() throws Exception {
        Ended first = axiom("deploy", "two words", "");
        Ended second = axiom("status");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err())
                .startsWith("⟳ Building Axiom, which takes a few minutes the first time (log: ")
                .contains("✔ Built in ");
        assertThat(first.out()).endsWith("io.axiom.cli.Axiom\ndeploy\ntwo words\n\n");
        assertThat(first.out())
                .contains(
                        "-Daxiom.dist=" + root + "/embedded/target/dist\n",
                        "-Daxiom.command=./axiom\n",
                        "-Daxiom.terminal=false\n",
                        "-cp\n" + root + "/axiom-cli/target/dist/lib/a.jar:" + root
                                + "/axiom-cli/target/dist/lib/b.jar\n");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).containsExactly(jdk.toString());
    }

    @Test
    void the_exit_code_is_the_commands() throws Exception {
        assertThat(axiom("fails").exitCode()).isEqualTo(3);
    }

    @Test
    void a_changed_or_deleted_source_is_built_again() throws Exception {
        axiom("status");
        Files.setLastModifiedTime(
                root.resolve("axiom-cli/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(axiom("status").err()).startsWith("⟳ Building Axiom again: its sources changed");
        assertThat(builds()).hasSize(2);

        Files.setLastModifiedTime(
                root.resolve("axiom-cli/src/main/java/A.java"),
                FileTime.from(Instant.now().minusSeconds(9)));
        axiom("status");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void it_works_from_any_folder_through_links_and_found_in_the_path() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("ax"), root.resolve("axiom"));
        Path relative = Files.createSymbolicLink(elsewhere.resolve("ax2"), Path.of("ax"));
        Files.createSymbolicLink(folder.resolve("tools/axiom"), root.resolve("axiom"));

        String dist = "-Daxiom.dist=" + root + "/embedded/target/dist\n";
        assertThat(run(elsewhere, Map.of(), link.toString(), "status").out()).contains(dist);
        assertThat(run(elsewhere, Map.of(), "./ax2", "status").out()).contains(dist);
        assertThat(run(Path.of("/"), Map.of(), relative.toString(), "status").out())
                .contains(dist);
        assertThat(run(root.resolve("config"), Map.of(), "../axiom", "status").out())
                .contains(dist, "-Daxiom.command=../axiom\n");
        assertThat(run(Path.of("/"), Map.of("CDPATH", "/tmp"), "sh", "-c", "axiom status")
                        .out())
                .contains(dist, "-Daxiom.command=axiom\n");
    }

    @Test
    void an_older_java_home_is_passed_over_for_a_newer_jdk_elsewhere() throws Exception {
        Path old = jdk(folder.resolve("jdks/jdk17"), "17.0.15");
        Path sdkman = jdk(folder.resolve("home/.sdkman/candidates/java/26-tem"), "26");

        run(root, Map.of("JAVA_HOME", old.toString()), "./axiom", "status");

        assertThat(builds()).containsExactly(sdkman.toString());
    }

    @Test
    void without_a_jdk_it_says_what_is_needed_and_where_it_looked() throws Exception {
        Ended ended =
                run(root, Map.of("JAVA_HOME", folder.resolve("none").toString(), "PATH", "/bin"), "./axiom", "status");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .contains(
                        "✖ Axiom needs a JDK of release 25 or newer, and none was found.",
                        folder.resolve("none").toString());
    }

    @Test
    void a_build_that_fails_shows_why_and_the_next_call_tries_again() throws Exception {
        Files.createFile(folder.resolve("broken"));
        Ended broken = axiom("status");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err())
                .contains("[ERROR] A.java:[1,1] ';' expected", "✖ Axiom could not be built.", "target/build.log");

        Files.delete(folder.resolve("broken"));
        assertThat(axiom("status").exitCode()).isZero();
    }

    @Test
    void two_calls_at_once_build_once() throws Exception {
        Files.createFile(folder.resolve("slow"));
        Process other = command(root, Map.of(), "./axiom", "status")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("other").toFile())
                .start();
        Ended ended = axiom("status");

        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isZero();
        assertThat(ended.exitCode()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void the_lock_of_a_dead_build_is_taken_over() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        source("target/axiom.lock/pid");
        Files.writeString(root.resolve("target/axiom.lock/pid"), dead.pid() + "\n");

        assertThat(axiom("status").exitCode()).isZero();
    }
}
