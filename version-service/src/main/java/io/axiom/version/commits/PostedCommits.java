package io.axiom.version.commits;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.version.Bump;
import io.axiom.language.version.CommitEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads posted messages. Repositories are refused: there is no reader for them here. */
public final class PostedCommits implements BumpFromCommits {
    private static final int LONGEST = 500;

    @Override
    public CommitFindings read(CommitRequest request) {
        if (request.messages() == null) {
            throw new RejectedException(new Rejection(
                    "git.unavailable",
                    Rejection.Kind.UNPROCESSABLE,
                    "This registry does not read Git repositories.",
                    "Post the messages of the commits since the last release instead."));
        }
        List<CommitEntry> entries = new ArrayList<>();
        Bump bump = Bump.NONE;
        for (String message : request.messages()) {
            CommitMessage commit = CommitMessage.parse(message);
            bump = bump.or(bumpOf(commit));
            if (entries.size() < CommitFindings.MOST_ENTRIES) {
                entries.add(entry(null, message, commit));
            }
        }
        return new CommitFindings(bump, List.copyOf(entries), request.messages().size() - entries.size(), null);
    }

    /** What one commit asks for after 1.0.0. */
    public static Bump bumpOf(CommitMessage commit) {
        return commit.increment()
                .map(increment -> switch (increment) {
                    case MAJOR -> Bump.MAJOR;
                    case MINOR -> Bump.MINOR;
                    default -> Bump.PATCH;
                })
                .orElse(Bump.NONE);
    }

    /** The commit as an event keeps it, texts cut to what people read. */
    public static CommitEntry entry(@Nullable String id, String message, CommitMessage commit) {
        CommitHeader header = commit.header();
        List<String> breaking = commit.breakingChanges().stream()
                .map(text -> Texts.shorten(text, LONGEST))
                .toList();
        List<String> references = commit.references().stream()
                .map(reference -> Texts.shorten(text(reference), LONGEST))
                .toList();
        String firstLine = message.lines().findFirst().orElse("").strip();
        return new CommitEntry(
                id,
                header == null ? null : Texts.shorten(header.type(), LONGEST),
                header == null || header.scope() == null ? null : Texts.shorten(header.scope(), LONGEST),
                Texts.shorten(header == null ? firstLine : header.description(), LONGEST),
                breaking.isEmpty() ? null : breaking,
                references.isEmpty() ? null : references);
    }

    private static String text(Reference reference) {
        String owner = reference.owner() == null ? "" : reference.owner() + '/';
        String repository = reference.repository() == null ? "" : reference.repository();
        return owner + repository + '#' + reference.issue();
    }
}
