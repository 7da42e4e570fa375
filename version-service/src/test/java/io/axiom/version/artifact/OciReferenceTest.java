package io.axiom.version.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OciReferenceTest {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "agent, -, agent, -",
                "agent:1.2.0, -, agent, 1.2.0",
                "team/agent:1.2.0, -, team/agent, 1.2.0",
                "localhost/agent, localhost, agent, -",
                "localhost:5000/agent:x, localhost:5000, agent, x",
                "registry.example.org/team/agent, registry.example.org, team/agent, -",
                "Registry/agent, Registry, agent, -",
                "127.0.0.1:5000/a/b/c:v1_2.3-4, 127.0.0.1:5000, a/b/c, v1_2.3-4",
                "[2001:db8::1]:5000/agent, [2001:db8::1]:5000, agent, -",
                "a__b/c-d--e/f.g:Z, -, a__b/c-d--e/f.g, Z"
            })
    void namesAreTakenApart(String text, String domain, String path, String tag) {
        OciReference plain = OciReference.parse(text);
        OciReference fixed = OciReference.parse(text + '@' + DIGEST);

        assertThat(plain).isEqualTo(new OciReference(domain, path, tag, null));
        assertThat(plain.sha256()).isNull();
        assertThat(fixed).isEqualTo(new OciReference(domain, path, tag, DIGEST));
        assertThat(fixed.toString()).isEqualTo(text + '@' + DIGEST);
        assertThat(fixed.sha256()).isEqualTo("0123456789abcdef".repeat(4));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                ":1.0",
                "@" + DIGEST,
                "Agent",
                "team/Agent",
                "a___b",
                "a..b",
                "a._b",
                "-a",
                "a-",
                "a//b",
                "a/",
                "/a",
                "a:",
                "a:-x",
                "a:.x",
                "a:x y",
                "a:" + "x".repeat(129),
                "a@sha256:abc",
                "a@" + DIGEST.toUpperCase(java.util.Locale.ROOT),
                "a@md5:" + "0".repeat(32),
                "a@" + DIGEST + "@" + DIGEST,
                "-x.example/a",
                "x-.example/a",
                "x.example:/a",
                "x.example:123456/a",
                "x.example:http/a",
                "https://x.example/a",
                "x..example/a",
                "[::1/a",
                "[]/a",
                "a b",
                "a\nb",
                "é",
                "x.example/" + "a".repeat(250));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoReferenceIsRefused(String text) {
        assertThatThrownBy(() -> OciReference.parse(text))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("artifact.reference-invalid"));
    }

    @Test
    void aVeryLongTextIsRefusedAtOnce() {
        for (String text : new String[] {"a-".repeat(500_000), "a/".repeat(500_000), "x.".repeat(500_000) + "/a"}) {
            assertThatThrownBy(() -> OciReference.parse(text)).isInstanceOf(RejectedException.class);
        }
    }
}
