package io.axiom.version.commits;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import java.util.List;

/** Reads posted messages. Repositories are refused: there is no reader for them here. */
public final class PostedCommits implements BumpFromCommits {

    @Override
    public CommitFindings read(CommitRequest request) {
        List<String> messages = request.messages();
        if (messages == null) {
            throw new RejectedException(new Rejection(
                    "git.unavailable",
                    Rejection.Kind.UNPROCESSABLE,
                    "This registry does not read Git repositories.",
                    "Post the messages of the commits since the last release instead."));
        }
        List<Change> changes =
                messages.stream().map(message -> Change.of("", message)).toList();
        return CommitEntries.findings(EffectiveChanges.of(changes), null);
    }
}
