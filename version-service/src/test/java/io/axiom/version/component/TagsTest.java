package io.axiom.version.component;

import static io.axiom.version.component.ComponentScenario.givenVersions;

import io.axiom.language.Rejection.Kind;
import io.axiom.language.version.GitRevision;
import io.axiom.language.version.TagCommand.RecordTag;
import io.axiom.language.version.TagCommand.TagVersion;
import io.axiom.language.version.TagEvent.TagFailed;
import io.axiom.language.version.TagEvent.TagRequested;
import io.axiom.language.version.TagEvent.VersionTagged;
import io.axiom.language.version.VersionEvent.VersionCreated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    private static final String REPOSITORY = "https://git.example.org/agent.git";
    private static final String COMMIT = "0123456789".repeat(4);
    private static final String OTHER_COMMIT = "abcdef0123".repeat(4);
    private static final TagVersion ASKED = new TagVersion("agent", "1.0.0", REPOSITORY, null, null);

    @Test
    void aTagIsNamedLikeItsVersion() {
        givenVersions("1.0.0")
                .when(ASKED)
                .then(new TagRequested("agent", "1.0.0", REPOSITORY, "v1.0.0", null))
                .andResult("tag", "v1.0.0");
    }

    @Test
    void aVersionMadeFromARepositoryIsTaggedThere() {
        GitRevision git = new GitRevision(REPOSITORY, COMMIT, null, null, "agent-v");
        givenVersions()
                .and(new VersionCreated(
                        "agent", "1.0.0", List.of(), List.of(), null, null, null, null, null, git, null))
                .when(new TagVersion("agent", "1.0.0", null, null, null))
                .then(new TagRequested("agent", "1.0.0", REPOSITORY, "agent-v1.0.0", COMMIT));
    }

    @Test
    void howItEndedIsRecordedOnce() {
        ComponentScenario asked = givenVersions("1.0.0").after(ASKED);
        RecordTag made = new RecordTag("agent", "1.0.0", REPOSITORY, "v1.0.0", COMMIT, null);
        asked.when(made).then(new VersionTagged("agent", "1.0.0", REPOSITORY, "v1.0.0", COMMIT));
        asked.after(made).when(made).thenNothing();
        asked.after(made)
                .when(new RecordTag("agent", "1.0.0", REPOSITORY, "v1.0.0", OTHER_COMMIT, null))
                .thenRefused("tag.exists", Kind.CONFLICT);
        asked.after(made)
                .when(new RecordTag("agent", "1.0.0", REPOSITORY, "v1.0.0", null, "late"))
                .thenNothing();
    }

    @Test
    void aFailedTagCanBeAskedForAgain() {
        ComponentScenario asked = givenVersions("1.0.0").after(ASKED);
        asked.when(ASKED).thenNothing();
        RecordTag failed = new RecordTag("agent", "1.0.0", REPOSITORY, "v1.0.0", null, "Exists on another commit");
        asked.when(failed).then(new TagFailed("agent", "1.0.0", REPOSITORY, "v1.0.0", "Exists on another commit"));
        asked.after(failed).when(failed).thenNothing();
        asked.after(failed).when(ASKED).then(new TagRequested("agent", "1.0.0", REPOSITORY, "v1.0.0", null));
    }

    @Test
    void aReleaseHasOneTag() {
        givenVersions("1.0.0")
                .after(ASKED)
                .when(new TagVersion("agent", "1.0.0", REPOSITORY, null, "release-1"))
                .thenRefused("tag.exists", Kind.CONFLICT);
        givenVersions("1.0.0")
                .when(new RecordTag("agent", "1.0.0", REPOSITORY, "v1.0.0", COMMIT, null))
                .thenRefused("tag.not-requested", Kind.CONFLICT);
        givenVersions("1.0.0")
                .after(ASKED)
                .when(new RecordTag("agent", "1.0.0", REPOSITORY, "v1.0.0", null, null))
                .thenRefused("tag.choose-one", Kind.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://me:secret@git.example.org/x", "https://token@git.example.org/x", "ssh://a:b@host/x"})
    void credentialsAreNotKeptInEvents(String repository) {
        givenVersions("1.0.0")
                .when(new TagVersion("agent", "1.0.0", repository, null, null))
                .thenRefused("git.credentials", Kind.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "..", "x..y", "-v1", "v1.lock", "v1~1", "", "/v1", "v/", "v@{0}", "v\u0000"})
    void aTagsNameIsOneGitAllows(String tag) {
        givenVersions("1.0.0")
                .when(new TagVersion("agent", "1.0.0", REPOSITORY, null, tag))
                .thenRefused("git.invalid", Kind.INVALID);
    }

    @Test
    void aRepositoryIsNeeded() {
        givenVersions("1.0.0")
                .when(new TagVersion("agent", "1.0.0", null, null, null))
                .thenRefused("tag.repository-missing", Kind.INVALID);
        givenVersions("1.0.0")
                .when(new TagVersion("agent", "1.0.0", "--upload-pack=x", null, null))
                .thenRefused("git.invalid", Kind.INVALID);
        givenVersions("1.0.0")
                .when(new TagVersion("agent", "1.0.0", REPOSITORY, "abc", null))
                .thenRefused("git.invalid", Kind.INVALID);
    }
}
