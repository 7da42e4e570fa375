package io.axiom.version.commits;

import io.axiom.language.Texts;
import io.axiom.language.version.Bump;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of one commit is kept for bumps and changelogs: a hundred thousand of them fit into memory.
 *
 * @param id the commit's id in lower case, as far as it is known; empty for a message without a commit
 * @param subject the first line, shortened
 * @param header null when the first line is not a conventional header
 * @param breakingChanges what breaks, shortened; see {@link CommitMessage#breakingChanges}
 * @param reverts ids, or starts of ids, of the commits it takes back
 * @param revertedSubject the first line of the commit it takes back, as far as it says; null when it takes none back
 */
public record Change(
        String id,
        String subject,
        @Nullable CommitHeader header,
        List<String> breakingChanges,
        List<Reference> references,
        List<String> reverts,
        @Nullable String revertedSubject) {
    static final int LONGEST_SUBJECT = 500;
    static final int LONGEST_NOTE = 2_000;
    private static final int MOST_NOTES = 50;
    private static final int SHORTEST_ID = 7;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_WORD = 100;

    public Change {
        breakingChanges = List.copyOf(breakingChanges);
        references = List.copyOf(references);
        reverts = List.copyOf(reverts);
    }

    public static Change of(String id, String text) {
        CommitMessage message = CommitMessage.parse(PlainText.of(text));
        String first = PlainText.of(text).strip().lines().findFirst().orElse("");
        return new Change(
                id.toLowerCase(Locale.ROOT),
                Texts.shorten(first, LONGEST_SUBJECT),
                shortened(message.header()),
                message.breakingChanges().stream()
                        .limit(MOST_NOTES)
                        .map(note -> Texts.shorten(note, LONGEST_NOTE))
                        .toList(),
                message.references().stream()
                        .distinct()
                        .limit(MOST_NOTES)
                        .filter(Change::isReadable)
                        .toList(),
                reverted(message),
                message.revert() == null ? null : Texts.shorten(message.revert().header(), LONGEST_SUBJECT));
    }

    public boolean isBreaking() {
        return !breakingChanges.isEmpty();
    }

    /** The type in lower case; {@code revert} for what {@code git revert} wrote, empty for what is not conventional. */
    public String type() {
        if (header != null) {
            return header.type().toLowerCase(Locale.ROOT);
        }
        return reverts.isEmpty() ? "" : "revert";
    }

    /** What this commit asks of a version after 1.0.0. */
    public Bump asks() {
        return isBreaking() ? Bump.MAJOR : CommitTypes.asks(type());
    }

    private static boolean isReadable(Reference reference) {
        return Stream.of(String.valueOf(reference.owner()), String.valueOf(reference.repository()), reference.issue())
                .allMatch(word -> word.length() <= LONGEST_WORD);
    }

    private static @Nullable CommitHeader shortened(@Nullable CommitHeader header) {
        if (header == null || header.type().length() > LONGEST_WORD) {
            return null;
        }
        String scope = header.scope();
        return new CommitHeader(
                header.type(),
                scope == null ? null : Texts.shorten(scope, LONGEST_WORD),
                header.breaking(),
                Texts.shorten(header.description(), LONGEST_SUBJECT));
    }

    /** The statement of {@code git revert}, or {@code Refs} of a commit of type revert (Conventional Commits, the FAQ). */
    private static List<String> reverted(CommitMessage message) {
        List<String> ids = new ArrayList<>();
        Revert revert = message.revert();
        if (revert != null) {
            addId(revert.hash(), ids);
        }
        CommitHeader head = message.header();
        if (head != null && head.type().equalsIgnoreCase("revert")) {
            message.footers().stream()
                    .filter(footer -> footer.token().equalsIgnoreCase("Refs"))
                    .flatMap(footer -> Stream.of(footer.value().split("[\\s,]+", -1)))
                    .forEach(word -> addId(word, ids));
        }
        return ids.stream().distinct().limit(MOST_NOTES).toList();
    }

    private static void addId(String word, List<String> ids) {
        boolean isId = word.length() >= SHORTEST_ID
                && word.length() <= LONGEST_ID
                && word.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        if (isId) {
            ids.add(word.toLowerCase(Locale.ROOT));
        }
    }
}
