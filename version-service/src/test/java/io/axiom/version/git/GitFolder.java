package io.axiom.version.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.axiom.language.RejectedException;
import io.axiom.runtime.git.GitRepositories;
import io.axiom.runtime.git.GitRepository;
import io.axiom.runtime.git.GitSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Shared by the tests of this package: settings in a temporary folder, codes of refusals, and the git program. */
final class GitFolder {
    private GitFolder() {}

    static GitSettings settings(Path temporary) {
        return GitSettings.in(temporary.resolve("data"));
    }

    static GitSettings settings(Path temporary, Duration timeout, long maxBytes) {
        GitSettings usual = settings(temporary);
        return new GitSettings(usual.cache(), timeout, maxBytes, usual.maxCommits(), usual.schemes());
    }

    static GitRepository open(Path temporary, Path repository) {
        GitRepositories repositories = new GitRepositories(settings(temporary));
        return repositories.open(repositories.location(repository.toString()));
    }

    static RejectedException refused(String code, ThrowingCallable call) {
        RejectedException refused = catchThrowableOfType(RejectedException.class, call);
        assertThat(refused).as("a refusal with " + code).isNotNull();
        assertThat(refused.rejection().code()).isEqualTo(code);
        return refused;
    }

    static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the git program, with no configuration but its own, and gives its output. */
    static String git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + who + "_NAME", "Ann");
            builder.environment().put("GIT_" + who + "_EMAIL", "ann@example.org");
        }
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(command + "\n" + output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every file's name, size and time of change. */
    static List<String> contents(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted()
                    .map(file -> folder.relativize(file) + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .toList();
        }
    }
}
