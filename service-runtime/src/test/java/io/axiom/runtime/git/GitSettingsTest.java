package io.axiom.runtime.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.runtime.git.GitSettings.Content;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

class GitSettingsTest {
    private static MockEnvironment environment() {
        MockEnvironment environment = new MockEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        return environment.withProperty("axiom.home", "/srv/axiom");
    }

    @Test
    void withoutSettingsTheUsualOnesHold() {
        GitSettings usual = GitSettings.in(Path.of("/srv/axiom"));

        assertThat(GitSettings.of(environment(), "git", Content.HISTORY)).isEqualTo(usual);
    }

    @Test
    void settingsAreReadAsTheyAreWritten() {
        MockEnvironment environment = environment();
        environment
                .withProperty("axiom.git.timeout", "5m")
                .withProperty("axiom.git.max-megabytes", "16")
                .withProperty("axiom.git.max-commits", "10")
                .withProperty("axiom.git.schemes", "https, https");

        assertThat(GitSettings.of(environment, "git-files", Content.FILES))
                .isEqualTo(new GitSettings(
                        Path.of("/srv/axiom/git-files"),
                        Duration.ofMinutes(5),
                        16L << 20,
                        10,
                        Set.of("https"),
                        Content.FILES));
    }
}
