package io.axiom.version.git;

import static io.axiom.version.git.GitFolder.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {
    @ParameterizedTest
    @CsvSource({
        "services/agent, services/agent/src/main.c, true",
        "services/agent/, services/agent/src/main.c, true",
        "/services/agent, services/agent, true",
        "services/agent, services/agent2/main.c, false",
        "services/agent, libs/services/agent/x, false",
        "services/*, services/agent/src/main.c, true",
        "services/*/api, services/agent/api/x.proto, true",
        "services/*/api, services/agent/src/api/x.proto, false",
        "services/**/api, services/agent/src/api/x.proto, true",
        "services/**/api, services/api/x.proto, true",
        "**/x.proto, x.proto, true",
        "**/x.proto, a/b/x.proto, true",
        "*.proto, a/b/x.proto, true",
        "/*.proto, a/b/x.proto, false",
        "/*.proto, x.proto, true",
        "a?c, abc/d, true",
        "a/**, a/b, true",
        "**, anything/at/all, true",
        "a*b*c, aXXbYYc, true",
        "a*b*c, aXXbYYd, false",
        "[a], a, false"
    })
    void patternsMatchAsDocumented(String pattern, String path, boolean expected) {
        PathGlob glob = PathGlob.parse(pattern);
        List<String> parts = List.of(path.split("/"));

        assertThat(glob.matches(parts)).isEqualTo(expected);
        if (expected) {
            for (int depth = 1; depth < parts.size(); depth++) {
                assertThat(glob.mayMatchBelow(parts.subList(0, depth))).isTrue();
            }
        }
    }

    @Test
    void foldersThatCannotHoldAMatchAreNotEntered() {
        assertThat(PathGlob.parse("services/agent").mayMatchBelow(List.of("docs")))
                .isFalse();
        assertThat(PathGlob.parse("services/*/api").mayMatchBelow(List.of("services", "agent", "src")))
                .isFalse();
        assertThat(PathGlob.parse("services/*/api").mayMatchBelow(List.of("services", "agent")))
                .isTrue();
    }

    @Test
    void hostilePatternsTakeBoundedTime() {
        PathGlob stars = PathGlob.parse("*a".repeat(240) + "b");
        PathGlob folders = PathGlob.parse("**/a/".repeat(99) + "b");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(stars.matches(List.of("a".repeat(4_000)))).isFalse();
            assertThat(folders.matches(Collections.nCopies(2_000, "a"))).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "../x", "a/../b", "a\\b", "a\u0000"})
    void whatIsNoPatternIsRefused(String pattern) {
        refused("git.path-filter-invalid", () -> new PathFilter(List.of(pattern), List.of()));
        refused("git.path-filter-invalid", () -> new PathFilter(List.of(), List.of(pattern)));
    }
}
