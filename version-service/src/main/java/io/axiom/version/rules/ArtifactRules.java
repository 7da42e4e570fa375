package io.axiom.version.rules;

import io.axiom.language.RejectedException;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionArtifact.Kind;
import io.axiom.version.artifact.OciReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a version may say it is made of. Whether the digests are right is found out when an artifact is verified or used. */
public final class ArtifactRules {
    private static final int MOST = 100;
    private static final int LONGEST = 2_048;
    private static final String CODE = "artifact.invalid";
    private static final String PREFIX = "sha256:";

    private ArtifactRules() {}

    /** The artifacts, each with its bare digest. */
    public static List<VersionArtifact> of(@Nullable List<VersionArtifact> given) {
        List<VersionArtifact> artifacts = given == null ? List.of() : given;
        Invalid.require(
                artifacts.size() <= MOST,
                CODE,
                "artifacts",
                "There are " + artifacts.size() + " artifacts.",
                "Use at most " + MOST + ".");
        List<VersionArtifact> checked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < artifacts.size(); i++) {
            String field = "artifacts[" + i + "]";
            VersionArtifact artifact = checked(artifacts.get(i), field);
            Invalid.require(
                    seen.add(artifact.kind() + " " + artifact.reference()),
                    "artifact.duplicate",
                    field,
                    "The " + artifact.kind().word() + " " + Invalid.shown(artifact.reference()) + " is named twice.",
                    "Name each artifact once.");
            checked.add(artifact);
        }
        return List.copyOf(checked);
    }

    private static VersionArtifact checked(VersionArtifact artifact, String field) {
        String reference = artifact.reference();
        Invalid.require(
                !reference.isBlank()
                        && reference.length() <= LONGEST
                        && reference.chars().noneMatch(c -> c < ' '),
                CODE,
                field + ".reference",
                "The reference is empty, too long, or has control characters.",
                "Use a path, an image reference or a repository of at most " + LONGEST + " characters.");
        return new VersionArtifact(artifact.kind(), reference, digest(artifact, field + ".digest"));
    }

    private static String digest(VersionArtifact artifact, String field) {
        String given = artifact.digest();
        String digest = given != null && given.startsWith(PREFIX) ? given.substring(PREFIX.length()) : given;
        if (artifact.kind() == Kind.OCI) {
            digest = agreed(digest, OciReference.parse(artifact.reference()).sha256(), field);
        }
        if (digest == null) {
            throw new RejectedException(Invalid.of(
                    "artifact.digest-missing",
                    field,
                    "The artifact " + Invalid.shown(artifact.reference()) + " has no digest.",
                    artifact.kind() == Kind.GIT
                            ? "Give the commit's full id."
                            : "Give its SHA-256 digest, as sha256sum prints it."));
        }
        if (artifact.kind() == Kind.GIT) {
            GitRules.checkRepository(field.replace(".digest", ".reference"), artifact.reference());
            Digests.requireCommit("artifact.digest-invalid", field, digest);
        } else {
            Digests.requireSha256("artifact.digest-invalid", field, digest);
        }
        return digest;
    }

    private static @Nullable String agreed(@Nullable String given, @Nullable String inReference, String field) {
        Invalid.require(
                given == null || inReference == null || given.equals(inReference),
                "artifact.digest-invalid",
                field,
                "The digest is not the one in the image's reference.",
                "Give the digest once.");
        return given == null ? inReference : given;
    }
}
