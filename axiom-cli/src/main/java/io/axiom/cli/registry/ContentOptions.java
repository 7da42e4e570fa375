package io.axiom.cli.registry;

import io.axiom.cli.http.Fields;
import io.axiom.cli.http.LocalPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a version needs and is made of. */
final class ContentOptions {
    private static final Set<String> KINDS = Set.of("file", "jar", "oci", "git");
    private static final Set<String> LOCAL = Set.of("file", "jar");

    @Option(
            names = "--dependency",
            paramLabel = "<component=range>",
            description = "A component it needs, in a range such as ^1.2; several times.")
    private Map<String, String> dependencies = Map.of();

    @Option(
            names = "--artifact",
            paramLabel = "<file|kind:ref@digest>",
            description = {
                "What it is made of; several times. A file: its SHA-256 is pinned, and an instance starts only with that.",
                "Or file:, jar:, oci: or git: with a reference and @digest, which may be left out for a file here."
            })
    private List<String> artifacts = List.of();

    @Option(
            names = "--surface",
            paramLabel = "<kind:file>",
            description =
                    "What it offers, or kind:name=file; compared with the last release's: openapi, json-schema, protobuf, jar, events.")
    private List<String> surfaces = List.of();

    @Option(names = "--channel", paramLabel = "<name>", description = "A channel that moves to it.")
    private @Nullable String channel;

    Map<String, String> dependencies() {
        return dependencies;
    }

    List<String> surfaces() {
        return surfaces;
    }

    @Nullable
    String channel() {
        return channel;
    }

    /** The file an instance starts from, which has no kind. */
    Optional<Path> file() {
        return artifacts.stream()
                .filter(artifact -> kindOf(artifact) == null)
                .findFirst()
                .map(Path::of);
    }

    /** @throws IllegalArgumentException when more than one has no kind */
    List<Fields> artifacts() {
        if (artifacts.stream().filter(artifact -> kindOf(artifact) == null).count() > 1) {
            throw new IllegalArgumentException(
                    "only one --artifact is the file an instance starts from; write file:<path> for others.");
        }
        return artifacts.stream()
                .filter(artifact -> kindOf(artifact) != null)
                .map(ContentOptions::artifact)
                .toList();
    }

    private static Fields artifact(String option) {
        String kind = String.valueOf(kindOf(option));
        String reference = option.substring(kind.length() + 1);
        int at = reference.lastIndexOf('@');
        boolean pinned = at > 0 && isDigest(reference.substring(at + 1));
        if (kind.equals("oci")) {
            return new Fields().with("kind", kind).with("reference", reference);
        }
        if (!pinned && LOCAL.contains(kind) && Files.isRegularFile(Path.of(reference))) {
            Fields file = Artifact.pin(Path.of(reference));
            return new Fields()
                    .with("kind", kind)
                    .with("reference", file.get("path"))
                    .with("digest", file.get("sha256"));
        }
        return new Fields()
                .with("kind", kind)
                .with("reference", LocalPath.absolute(pinned ? reference.substring(0, at) : reference))
                .with("digest", pinned ? reference.substring(at + 1) : null);
    }

    private static boolean isDigest(String text) {
        String digits = text.startsWith("sha256:") ? text.substring("sha256:".length()) : text;
        return digits.length() >= 40 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static @Nullable String kindOf(String option) {
        int colon = option.indexOf(':');
        String kind = colon < 0 ? "" : option.substring(0, colon);
        return KINDS.contains(kind) ? kind : null;
    }
}
