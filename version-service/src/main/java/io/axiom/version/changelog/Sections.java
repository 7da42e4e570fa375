package io.axiom.version.changelog;

import io.axiom.language.version.Changelog.Entry;
import io.axiom.language.version.Changelog.Group;
import io.axiom.language.version.Changelog.Issue;
import io.axiom.language.version.Changelog.Section;
import io.axiom.version.commits.Change;
import io.axiom.version.commits.CommitHeader;
import io.axiom.version.commits.Reference;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts a version's changes into a section. Entries without a scope come first, then by scope, then as in the range. */
public final class Sections {
    private static final int SHORT_ID = 10;
    private static final Comparator<String> ORDER =
            Comparator.comparingInt(ChangeType::rank).thenComparing(Function.identity());

    private final @Nullable WebLinks links;

    /** @param links null when there is no web page to link to */
    public Sections(@Nullable WebLinks links) {
        this.links = links;
    }

    /**
     * What is known of a version.
     *
     * @param changes newest first; reverts and what they revert taken out, see {@link io.axiom.version.commits.EffectiveChanges}
     * @param notes written by hand
     * @param breakingNotes written by hand
     * @param after the tag or commit the changes start after; null for the first release
     * @param upTo the tag or commit they end with; null when not known
     */
    public record Material(
            String version,
            @Nullable LocalDate date,
            boolean yanked,
            List<Change> changes,
            List<String> notes,
            List<String> breakingNotes,
            @Nullable String after,
            @Nullable String upTo) {}

    public Section of(Material material) {
        List<Entry> breaking = Stream.concat(
                        material.breakingNotes().stream().map(Sections::note),
                        material.changes().stream().flatMap(this::breaking))
                .toList();
        Map<String, List<Change>> byType = material.changes().stream()
                .filter(change -> !isMerge(change))
                .collect(Collectors.groupingBy(Change::type, () -> new TreeMap<>(ORDER), Collectors.toList()));
        List<Group> groups = byType.entrySet().stream()
                .map(type -> group(type.getKey(), type.getValue()))
                .toList();
        return new Section(
                material.version(),
                material.date() == null ? null : material.date().toString(),
                material.yanked(),
                links == null || material.after() == null || material.upTo() == null
                        ? null
                        : links.compare(material.after(), material.upTo()),
                byScope(breaking),
                groups,
                material.notes());
    }

    private Group group(String type, List<Change> changes) {
        List<Entry> entries = changes.stream()
                .map(change -> entry(change, description(change)))
                .toList();
        return new Group(type, ChangeType.titleOf(type), ChangeType.isNotable(type), byScope(entries));
    }

    private Stream<Entry> breaking(Change change) {
        return change.breakingChanges().stream().map(note -> entry(change, oneLine(note)));
    }

    private static List<Entry> byScope(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::scope, Comparator.nullsFirst(Comparator.<String>naturalOrder())))
                .toList();
    }

    private static Entry note(String text) {
        return new Entry(null, oneLine(text), true, null, null, null, List.of());
    }

    private Entry entry(Change change, String description) {
        CommitHeader header = change.header();
        boolean posted = change.id().isEmpty();
        return new Entry(
                header == null ? null : header.scope(),
                description,
                change.isBreaking(),
                posted ? null : change.id(),
                posted
                        ? null
                        : change.id()
                                .substring(0, Math.min(SHORT_ID, change.id().length())),
                posted || links == null ? null : links.commit(change.id()),
                change.references().stream().map(this::issue).distinct().toList());
    }

    private Issue issue(Reference reference) {
        return new Issue(reference.text(), links == null ? null : links.issue(reference));
    }

    private static String description(Change change) {
        CommitHeader header = change.header();
        return oneLine(header == null ? change.subject() : header.description());
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** What {@code git merge} writes says nothing the merged commits do not. */
    private static boolean isMerge(Change change) {
        return change.header() == null
                && (change.subject().startsWith("Merge ") || change.subject().isBlank());
    }
}
