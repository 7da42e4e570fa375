package io.axiom.version.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesAndJarsTest {
    @TempDir
    Path folder;

    private static Rejection refused(String code, ThrowingCallable call) {
        RejectedException refused = catchThrowableOfType(RejectedException.class, call);
        assertThat(refused).as("a refusal with " + code).isNotNull();
        assertThat(refused.rejection().code()).isEqualTo(code);
        return refused.rejection();
    }

    private Path jar(String name, int entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("entry" + i));
                zip.write("content".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        return jar;
    }

    @Test
    void aFilesDigestIsWhatSha256sumPrints() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        String digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(FileDigest.of(file)).isEqualTo(digest);
        FileDigest.require(file, digest);
        assertThat(refused("artifact.digest-mismatch", () -> FileDigest.require(file, "0".repeat(64)))
                        .context())
                .containsEntry("actual", digest);
    }

    @Test
    void whatIsNoFileIsSaid() {
        refused("artifact.missing", () -> FileDigest.of(folder.resolve("nothing")));
        refused("artifact.not-a-file", () -> FileDigest.of(folder));
        refused("artifact.not-a-file", () -> FileDigest.of(Path.of("/dev/zero")));
    }

    @Test
    void aJarIsReadable() throws IOException {
        JarFileCheck.require(jar("a.jar", 3));
    }

    @Test
    void whatIsNoJarIsSaid() throws IOException {
        byte[] sound = Files.readAllBytes(jar("a.jar", 3));
        refused("artifact.not-a-jar", () -> JarFileCheck.require(jar("empty.jar", 0)));
        refused(
                "artifact.not-a-jar",
                () -> JarFileCheck.require(Files.writeString(folder.resolve("text.jar"), "text")));
        refused("artifact.not-a-jar", () -> JarFileCheck.require(Files.writeString(folder.resolve("none.jar"), "")));
        for (int cut = 1; cut < sound.length; cut += 7) {
            byte[] part = Arrays.copyOf(sound, sound.length - cut);
            refused("artifact.not-a-jar", () -> JarFileCheck.require(Files.write(folder.resolve("cut.jar"), part)));
        }
    }

    @Test
    void aJarThatClaimsAHugeDirectoryIsNotLoaded() throws IOException {
        byte[] bytes = Files.readAllBytes(jar("a.jar", 1));
        int length = bytes.length - 22 + 12;
        bytes[length + 3] = 0x7F;
        refused("artifact.too-large", () -> JarFileCheck.require(Files.write(folder.resolve("huge.jar"), bytes)));
    }
}
