package io.axiom.version.commits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CommitMessageTest {
    @Test
    void aParagraphThatOnlyLooksLikeAFooterStaysInTheBody() {
        CommitMessage commit =
                CommitMessage.parse("fix: read on\n\nNote: this was slow.\n\nIt is fast now.\n\nRefs: #1");

        assertThat(commit.body()).isEqualTo("Note: this was slow.\n\nIt is fast now.");
        assertThat(commit.footers()).containsExactly(new Footer("Refs", ": ", "#1"));
    }

    @Test
    void aBreakingChangeIsFoundWithoutABlankLineBeforeIt() {
        CommitMessage commit = CommitMessage.parse("fix: read on\n\nSome text.\nBREAKING CHANGE: closes itself");

        assertThat(commit.breakingChanges()).containsExactly("closes itself");
        assertThat(commit.body()).isEqualTo("Some text.");
    }

    @Test
    void windowsLineEndsAreLineEnds() {
        CommitMessage commit = CommitMessage.parse("feat(a): b\r\n\r\nbody\r\n\r\nCloses #1\r\n");

        assertThat(commit.wellFormed()).isTrue();
        assertThat(commit.body()).isEqualTo("body");
        assertThat(commit.references()).containsExactly(new Reference("Closes", null, null, "1"));
    }

    @Test
    void hostileMessagesAreReadInBoundedTime() {
        List<String> hostile = List.of(
                "",
                " \n \n",
                "(".repeat(100_000),
                "a(".repeat(50_000),
                "fix: x\n\n" + "a: b\n\n".repeat(20_000),
                "fix: x\n" + "\n".repeat(100_000) + "y",
                "fix: x\n\n" + "#".repeat(100_000),
                "!".repeat(100_000),
                "fix: x\n\n" + "BREAKING CHANGE: y\n".repeat(20_000));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> hostile.forEach(CommitMessage::parse));
    }
}
