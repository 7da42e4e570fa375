package io.axiom.runtime.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.runtime.git.RepositoryLocation.Local;
import io.axiom.runtime.git.RepositoryLocation.Remote;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryLocationTest {
    private static RepositoryLocation parse(String text) {
        return RepositoryLocation.parse(text, GitSettings.USUAL_SCHEMES);
    }

    private static void refused(String code, String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(RejectedException.class, refused -> {
            assertThat(refused.rejection().code()).isEqualTo(code);
            assertThat(refused.rejection().next()).isNotBlank();
        });
    }

    @Test
    void pathsAndUrlsAreUnderstood() {
        assertThat(parse("/srv/git/agent.git")).isEqualTo(new Local(Path.of("/srv/git/agent.git")));
        assertThat(parse("https://example.org/o/r.git")).isInstanceOf(Remote.class);
        assertThat(parse("HTTPS://example.org/o/r.git").display()).isEqualTo("https://example.org/o/r.git");
        assertThat(parse("ssh://git@example.org:2222/o/r.git").display())
                .isEqualTo("ssh://git@example.org:2222/o/r.git");
        assertThat(parse("git@example.org:o/r.git").display()).isEqualTo("git@example.org:o/r.git");
        assertThat(parse("file:///srv/git/agent.git")).isInstanceOf(Remote.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann:s3cret@example.org/o/r.git",
                "https://s3cret@example.org/o/r.git",
                "https://s3cret:x-oauth-basic@example.org/o/r.git",
                "ssh://ann:s3cret@example.org/o/r.git"
            })
    void credentialsAreNeverShown(String url) {
        RepositoryLocation location = parse(url);

        assertThat(location.display()).doesNotContain("s3cret").contains("example.org/o/r.git");
        assertThat(location.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext::sh -c touch% /tmp/x",
                "http://example.org/r.git",
                "git://example.org/r.git",
                "ftp://example.org/r.git",
                "amazon-s3://x@bucket/r.git",
                "fd::7",
                "javascript://x/y"
            })
    void otherSchemesAreRefused(String url) {
        refused("git.scheme-refused", url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "relative/path",
                "..",
                "-oProxyCommand=x",
                "ssh://-oProxyCommand=touch/x",
                "ssh://-x@host/y",
                "https://",
                "https:///x",
                "https://example.org",
                "https://example.org/",
                "file://host/x",
                "/a\u0000b",
                "https://example.org/a\nb"
            })
    void whatIsNoLocationIsRefused(String text) {
        refused("git.location-invalid", text);
    }

    @Test
    void aVeryLongLocationIsRefused() {
        refused("git.location-invalid", "https://example.org/" + "x".repeat(100_000));
    }
}
