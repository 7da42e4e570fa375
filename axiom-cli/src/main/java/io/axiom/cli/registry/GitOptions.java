package io.axiom.cli.registry;

import io.axiom.cli.http.Fields;
import io.axiom.cli.http.LocalPath;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the commits since the last release are. */
final class GitOptions {
    @Option(
            names = "--git",
            paramLabel = "<path|url>",
            description = "Read the commits since the last release from this repository.")
    private @Nullable String git;

    @Option(names = "--git-ref", paramLabel = "<ref>", description = "Branch, tag or commit (default: HEAD).")
    private @Nullable String ref;

    @Option(
            names = "--git-path",
            paramLabel = "<path>",
            description = "Only commits that touch this path of a monorepo; several times.")
    private List<String> paths = List.of();

    @Option(names = "--tag-prefix", paramLabel = "<text>", description = "Before the number in tags (default: v).")
    private @Nullable String tagPrefix;

    @Option(
            names = "--commits",
            paramLabel = "<file>",
            description =
                    "Take the messages from a file: with NUL between them, as git log -z prints them, or one a line.")
    private @Nullable Path commits;

    @Option(names = "--commit", paramLabel = "<message>", description = "Take this message; several times.")
    private List<String> messages = List.of();

    @Nullable
    Fields source() {
        return git == null
                ? null
                : new Fields()
                        .with("repository", LocalPath.absolute(git))
                        .with("ref", ref)
                        .with("paths", paths)
                        .with("tagPrefix", tagPrefix);
    }

    List<String> messages() {
        Path file = commits;
        return file == null
                ? messages
                : Stream.concat(read(file).stream(), messages.stream()).toList();
    }

    private static List<String> read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Stream<String> messages = text.indexOf('\0') >= 0 ? Stream.of(text.split("\0", -1)) : text.lines();
            return messages.map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(Problem.local(
                    "cli.commits-unreadable",
                    "The commits could not be read.",
                    file + ": " + e.getClass().getSimpleName(),
                    "Give a text file in UTF-8, made with: git log -z --format=%B v1.0.0..HEAD"));
        }
    }
}
