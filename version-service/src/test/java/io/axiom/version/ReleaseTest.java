package io.axiom.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.Headers;
import io.axiom.language.version.TagCommand.TagVersion;
import io.axiom.version.VersionService.Response;
import io.axiom.version.git.GitHistory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From commits to a tag: the whole service on a real Git repository. */
class ReleaseTest {
    private static final VersionService service = VersionService.shared();

    @TempDir
    Path temporary;

    private static Response post(String path, String json) {
        Response response = service.post(path, json);
        assertThat(response.status()).as(path + " " + response.body()).isLessThan(300);
        return response;
    }

    private static void awaitLast(String component, String type) {
        service.eventsUntil(event -> event.key().equals(component)
                && VersionService.header(event, Headers.TYPE).equals(type));
    }

    @Test
    void aReleaseIsCountedFromCommitsAndTagged() throws Exception {
        Path folder = temporary.resolve("project.git");
        try (GitHistory history = GitHistory.bare(folder)) {
            String first = history.commit("feat: one");
            post("/api/components", "{\"name\": \"released\"}");
            String git = "{\"increment\": \"auto\", \"git\": {\"repository\": \"" + folder + "\"}}";
            assertThat(post("/api/components/released/versions", git).text("version"))
                    .isEqualTo("0.1.0");

            service.sendOverKafka("tag-1", new TagVersion("released", "0.1.0", null, null, null));
            awaitLast("released", "version.VersionTagged.v1");
            assertThat(history.resolve("refs/tags/v0.1.0^{commit}").name()).isEqualTo(first);

            history.commit("fix: two");
            history.commit("refactor!: three");
            assertThat(post("/api/components/released/versions", git).text("version"))
                    .isEqualTo("0.2.0");
        }
    }

    @Test
    void aTagThatCannotBeMadeIsRecordedAndCanBeAskedForAgain() throws Exception {
        Path folder = temporary.resolve("project.git");
        try (GitHistory history = GitHistory.bare(folder)) {
            history.tag("v1.0.0", history.commit("feat: one"));
            String second = history.commit("fix: two");
            post("/api/components", "{\"name\": \"untaggable\"}");
            post("/api/components/untaggable/versions", "{\"version\": \"1.0.0\"}");
            service.sendOverKafka("tag-2", new TagVersion("untaggable", "1.0.0", folder.toString(), second, null));
            awaitLast("untaggable", "version.TagFailed.v1");

            service.sendOverKafka(
                    "tag-3", new TagVersion("untaggable", "1.0.0", folder.toString(), second, "untaggable-1.0.0"));
            awaitLast("untaggable", "version.VersionTagged.v1");
            assertThat(history.resolve("refs/tags/untaggable-1.0.0^{commit}").name())
                    .isEqualTo(second);
        }
    }
}
