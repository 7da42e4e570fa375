package io.axiom.version.commits;

import io.axiom.language.Texts;
import io.axiom.language.version.Bump;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.GitRevision;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes as events keep them, for ever: texts cut to what people read. */
public final class CommitEntries {
    private static final int LONGEST = 500;
    private static final int MOST_BREAKS = 5;
    private static final int MOST_REFERENCES = 20;

    private CommitEntries() {}

    /** At most {@link CommitFindings#MOST_ENTRIES}; those that ask for nothing give way first. */
    public static CommitFindings findings(EffectiveChanges range, @Nullable GitRevision git) {
        List<Change> changes = range.changes();
        List<CommitEntry> entries = kept(changes).map(CommitEntries::entry).toList();
        return new CommitFindings(range.bump(), entries, changes.size() - entries.size(), git);
    }

    private static Stream<Change> kept(List<Change> changes) {
        if (changes.size() <= CommitFindings.MOST_ENTRIES) {
            return changes.stream();
        }
        int[] asking = IntStream.range(0, changes.size())
                .filter(i -> changes.get(i).asks() != Bump.NONE)
                .toArray();
        IntStream others =
                IntStream.range(0, changes.size()).filter(i -> changes.get(i).asks() == Bump.NONE);
        return IntStream.concat(Arrays.stream(asking), others)
                .limit(CommitFindings.MOST_ENTRIES)
                .sorted()
                .mapToObj(changes::get);
    }

    static CommitEntry entry(Change change) {
        CommitHeader header = change.header();
        List<String> breaking = change.breakingChanges().stream()
                .limit(MOST_BREAKS)
                .map(text -> Texts.shorten(text, LONGEST))
                .toList();
        List<String> references = change.references().stream()
                .limit(MOST_REFERENCES)
                .map(Reference::text)
                .distinct()
                .toList();
        return new CommitEntry(
                change.id().isEmpty() ? null : change.id(),
                change.type().isEmpty() ? null : change.type(),
                header == null ? null : header.scope(),
                Texts.shorten(header == null ? change.subject() : header.description(), LONGEST),
                breaking.isEmpty() ? null : breaking,
                references.isEmpty() ? null : references);
    }

    /** The change an entry was made of, as far as it was kept. */
    public static Change change(CommitEntry entry) {
        List<String> breaking = Objects.requireNonNullElse(entry.breaking(), List.of());
        List<String> references = Objects.requireNonNullElse(entry.references(), List.of());
        String type = entry.type();
        return new Change(
                Objects.requireNonNullElse(entry.commit(), ""),
                entry.description(),
                type == null ? null : new CommitHeader(type, entry.scope(), entry.breaks(), entry.description()),
                breaking,
                references.stream().flatMap(text -> Reference.in(text).stream()).toList(),
                List.of(),
                null);
    }
}
