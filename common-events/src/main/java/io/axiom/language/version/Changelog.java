package io.axiom.language.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed. Its JSON is the public form, and what templates see. The same input gives the same text, byte for byte.
 *
 * @param from the version the reader has; null when it starts with the first
 * @param to the version the reader gets
 * @param sections one per version, newest first
 */
public record Changelog(String component, @Nullable String from, String to, List<Section> sections) {
    public Changelog {
        sections = List.copyOf(sections);
    }

    /**
     * One version's part.
     *
     * @param date ISO 8601, the day it was created, in UTC; null when not known
     * @param yanked whether it was withdrawn
     * @param compareUrl where all its changes can be seen
     * @param breaking what breaks, before all else
     * @param groups by type of change, the most interesting first
     * @param notes what was written for this version by hand
     */
    public record Section(
            String version,
            @Nullable String date,
            boolean yanked,
            @Nullable String compareUrl,
            List<Entry> breaking,
            List<Group> groups,
            List<String> notes) {
        public Section {
            breaking = List.copyOf(breaking);
            groups = List.copyOf(groups);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Changes of one type.
     *
     * @param type as in the commits, in lower case; empty for commits that are not conventional
     * @param notable whether the usual template shows it
     */
    public record Group(String type, String title, boolean notable, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /** @param commit full id; null when the change was posted without one */
    public record Entry(
            @Nullable String scope,
            String description,
            boolean breaking,
            @Nullable String commit,
            @Nullable String shortCommit,
            @Nullable String commitUrl,
            List<Issue> issues) {
        public Entry {
            issues = List.copyOf(issues);
        }
    }

    /** @param label for example {@code #12} or {@code owner/name#12} */
    public record Issue(String label, @Nullable String url) {}
}
