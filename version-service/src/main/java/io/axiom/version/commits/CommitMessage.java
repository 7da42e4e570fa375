package io.axiom.version.commits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit message as Conventional Commits 1.0.0 reads it. What is no conventional commit is kept too: it has no header and
 * asks for no increment.
 *
 * @param wellFormed whether the first line is a conventional header and the second is blank
 * @param footers in the order they stand
 */
public record CommitMessage(
        @Nullable CommitHeader header,
        boolean wellFormed,
        @Nullable String body,
        List<Footer> footers,
        List<Reference> references,
        @Nullable Revert revert) {

    public CommitMessage {
        footers = List.copyOf(footers);
        references = List.copyOf(references);
    }

    public static CommitMessage parse(String message) {
        return MessageParser.parse(message);
    }

    /** What breaks: the values of the breaking footers, or the description when only the exclamation mark says it. */
    public List<String> breakingChanges() {
        CommitHeader head = header;
        if (head == null) {
            return List.of();
        }
        List<String> said =
                footers.stream().filter(Footer::isBreaking).map(Footer::value).toList();
        return said.isEmpty() && head.breaking() ? List.of(head.description()) : said;
    }

    public boolean isBreaking() {
        return !breakingChanges().isEmpty();
    }
}
