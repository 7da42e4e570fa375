package io.axiom.deployment.target;

import io.axiom.language.deployment.Release;
import io.axiom.language.version.RunSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Checks that what a version is made of is there and is what was registered. */
final class Artifacts {
    private Artifacts() {}

    static void check(Release release, Path workingDirectory) throws InstanceFailure {
        RunSpec.Artifact artifact = release.run().artifact();
        if (artifact != null) {
            check(artifact, workingDirectory, release.version());
        }
        List<RunSpec.Artifact> others = release.artifacts();
        if (others != null) {
            for (RunSpec.Artifact other : others) {
                check(other, workingDirectory, release.version());
            }
        }
    }

    private static void check(RunSpec.Artifact artifact, Path workingDirectory, String version) throws InstanceFailure {
        Path file = workingDirectory.resolve(artifact.path());
        if (!Files.isRegularFile(file)) {
            throw new InstanceFailure(
                    "artifact.missing",
                    "The artifact of " + version + " is not there: " + file,
                    "Put the file in place, or register the version again with the right path; then retry.");
        }
        String expected = artifact.sha256();
        if (expected == null) {
            return;
        }
        try {
            String actual = digest(file);
            if (!actual.equals(expected.toLowerCase(Locale.ROOT))) {
                throw new InstanceFailure(
                        "artifact.digest-mismatch",
                        "The artifact " + file + " is not what was registered for " + version + ": its SHA-256 is "
                                + actual + ", expected " + expected + '.',
                        "Restore the file that was registered, or register a new version for this one.");
            }
        } catch (IOException e) {
            throw new InstanceFailure(
                    "artifact.missing",
                    "The artifact of " + version + " cannot be read: " + file,
                    "Make the file readable for deployment-service, then retry.");
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
