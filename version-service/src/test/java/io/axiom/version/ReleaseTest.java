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

    @Test
    void changelogsAreMadeFromCommitsAndNotes() {
        post("/api/components", "{\"name\": \"logged\"}");
        String versions = "/api/components/logged/versions";
        post(versions, """
                {"version": "1.0.0", "changelog": ["The first"], "git": null}""");
        post(versions, """
                {"increment": "auto", "commits": ["feat(api): paging\\n\\nCloses #7", "chore: tidy up"]}""");
        post(versions, """
                {"version": "1.2.0-rc.1", "changelog": ["A try"]}""");
        post(versions, """
                {"increment": "auto", "commits": ["feat!: no more <xml>"]}""");
        long position = post("/api/components/logged/versions/1.1.0/yank", "{\"reason\": \"slow\"}")
                .position();

        String between = "/api/components/logged/changelog?from=1.0.0&format=markdown&web=https://github.com/o/r";
        assertThat(service.textAt(position, between).replaceAll("\\d{4}-\\d\\d-\\d\\d", "DAY"))
                .isEqualTo("""
                # logged 1.0.0 → 2.0.0

                ## 2.0.0 (DAY)

                ### ⚠ BREAKING CHANGES

                * no more \\<xml\\>

                ### Features

                * no more \\<xml\\>

                ## 1.1.0 (DAY) [YANKED]

                ### Features

                * **api:** paging, [\\#7](https://github.com/o/r/issues/7)
                """);
        Response json = service.get("/api/components/logged/versions/1.0.0/changelog");
        assertThat(json.body().at("/sections/0/notes/0").asString()).isEqualTo("The first");
        assertThat(json.body().has("from")).isFalse();

        long replaced =
                service.put("/api/components/logged/changelog-template", """
                        {"template": "{{#sections}}{{version}} {{/sections}}"}""").position();
        assertThat(service.textAt(replaced, "/api/components/logged/changelog?format=markdown&to=1.1.0"))
                .isEqualTo("1.1.0 1.0.0 ");
    }

    @Test
    void changelogsThatCannotBeAreRefused() {
        post("/api/components", "{\"name\": \"unlogged\"}");
        long position = post("/api/components/unlogged/versions", "{\"version\": \"1.0.0\"}")
                .position();
        service.getAt(position, "/api/components/unlogged");

        assertRefused("component.not-found", "/api/components/nobody/changelog");
        assertRefused("version.not-found", "/api/components/unlogged/changelog?to=3.0.0");
        assertRefused("version.not-found", "/api/components/unlogged/versions/x/changelog");
        assertRefused("changelog.backwards", "/api/components/unlogged/changelog?from=1.0.0");
        assertRefused("request.invalid", "/api/components/unlogged/changelog?format=pdf");
        assertRefused("request.invalid", "/api/components/unlogged/changelog?web=javascript:x");
        assertThat(service.put("/api/components/unlogged/changelog-template", "{\"template\": \"{{#x}}\"}")
                        .text("code"))
                .isEqualTo("changelog.template-invalid");
    }

    private static void assertRefused(String code, String path) {
        assertThat(service.get(path).text("code")).as(path).isEqualTo(code);
    }
}
