package io.axiom.version.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.version.commits.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinksTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/octo/tools.git, https://github.com/octo/tools, GITHUB",
        "https://s3cret@github.com/octo/tools, https://github.com/octo/tools, GITHUB",
        "git@github.com:octo/tools.git, https://github.com/octo/tools, GITHUB",
        "ssh://git@github.com:22/octo/tools.git, https://github.com/octo/tools, GITHUB",
        "https://github.corp.example/octo/tools, https://github.corp.example/octo/tools, GITHUB",
        "git@gitlab.com:group/sub/tools.git, https://gitlab.com/group/sub/tools, GITLAB",
        "https://git.gitlab.example.org/a/b.git, https://git.gitlab.example.org/a/b, GITLAB",
        "git@bitbucket.org:team/tools.git, https://bitbucket.org/team/tools, BITBUCKET"
    })
    void theWebAddressIsDerivedFromTheRemote(String remote, String base, WebLinks.Site site) {
        assertThat(WebLinks.ofRemote(remote)).contains(new WebLinks(base, site));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/srv/git/tools.git",
                "file:///srv/git/tools.git",
                "https://example.org/o/r.git",
                "https://notgithub.example/o/r",
                "https://github.com",
                "https://github.com/a b/c",
                "https://github.com/a/../b)(c",
                "https://[::1/x"
            })
    void whereThePagesAreNotKnownThereAreNone(String remote) {
        assertThat(WebLinks.ofRemote(remote)).isEmpty();
    }

    @Test
    void anAddressCanBeGiven() {
        assertThat(WebLinks.given("https://git.example.org:8443/o/r/"))
                .contains(new WebLinks("https://git.example.org:8443/o/r", WebLinks.Site.GITHUB));
        assertThat(WebLinks.given("http://git.example.org/o/r"))
                .map(WebLinks::base)
                .contains("http://git.example.org/o/r");
        assertThat(WebLinks.given("javascript:alert(1)")).isEmpty();
        assertThat(WebLinks.given("https://x/y)[")).isEmpty();
    }

    @Test
    void everySiteHasItsOwnPages() {
        WebLinks gitlab = WebLinks.ofRemote("git@gitlab.com:o/r.git").orElseThrow();
        WebLinks bitbucket = WebLinks.ofRemote("git@bitbucket.org:o/r.git").orElseThrow();

        assertThat(gitlab.commit("abc")).isEqualTo("https://gitlab.com/o/r/-/commit/abc");
        assertThat(gitlab.compare("v1", "a b)")).isEqualTo("https://gitlab.com/o/r/-/compare/v1...a%20b%29");
        assertThat(gitlab.issue(new Reference(null, null, null, "7"))).isEqualTo("https://gitlab.com/o/r/-/issues/7");
        assertThat(bitbucket.commit("abc")).isEqualTo("https://bitbucket.org/o/r/commits/abc");
        assertThat(bitbucket.issue(new Reference(null, null, null, "PROJ-7"))).isNull();
        assertThat(bitbucket.issue(new Reference(null, null, "other", "7"))).isNull();
    }
}
