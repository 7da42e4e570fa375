package io.axiom.version.component;

import io.axiom.language.Texts;
import io.axiom.language.version.CommitEntry;
import io.axiom.version.rules.TextRules;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A version's lines of changes that nobody wrote, made of its commits. */
public final class ChangelogLines {
    private static final Set<String> SHOWN = Set.of("feat", "fix", "perf", "revert");
    private static final int LONGEST = 500;

    private ChangelogLines() {}

    /** What users notice: features, fixes and what breaks. */
    public static List<String> of(List<CommitEntry> entries) {
        return limited(entries.stream()
                .filter(entry -> entry.breaks() || (entry.type() != null && SHOWN.contains(entry.type())))
                .map(entry ->
                        entry.scope() == null ? entry.description() : entry.scope() + ": " + entry.description()));
    }

    public static List<String> breaking(List<CommitEntry> entries) {
        return limited(entries.stream()
                .map(CommitEntry::breaking)
                .filter(Objects::nonNull)
                .flatMap(List::stream));
    }

    private static List<String> limited(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank())
                .map(line -> Texts.shorten(line, LONGEST))
                .limit(TextRules.MOST_ENTRIES)
                .toList();
    }
}
