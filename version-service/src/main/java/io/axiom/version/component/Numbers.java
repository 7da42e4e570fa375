package io.axiom.version.component;

import com.fasterxml.jackson.annotation.JsonValue;
import io.axiom.semver.Increment;
import io.axiom.semver.SemanticVersion;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Every number a component has used, in order of precedence; yanked ones too. Versions that differ only in build metadata share a
 * number. Changed copies share their structure, so folding a long stream stays fast.
 *
 * @param carrying the releases that carry surfaces, so that they are found among many that do not
 */
public record Numbers(
        @JsonValue TreePMap<SemanticVersion, Entry> entries, TreePMap<SemanticVersion, Boolean> carrying) {
    static final Numbers NONE = new Numbers(TreePMap.empty(), TreePMap.empty());

    /** With a new number, or with what changed about one. */
    Numbers with(Entry changed) {
        SemanticVersion number = SemanticVersion.parse(changed.version());
        boolean carries = !number.isPrerelease() && !changed.surfaces().isEmpty();
        return new Numbers(entries.plus(number, changed), carries ? carrying.plus(number, true) : carrying);
    }

    Optional<Entry> find(SemanticVersion version) {
        return Optional.ofNullable(entries.get(version));
    }

    Optional<SemanticVersion> highest() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.lastKey());
    }

    /** The highest that fits, whatever is above it. */
    Optional<Entry> highest(BiPredicate<SemanticVersion, Entry> fits) {
        return highestFrom(entries.isEmpty() ? null : entries.lastEntry(), fits);
    }

    /** The highest below {@code bound} that fits. */
    Optional<Entry> highestBelow(SemanticVersion bound, BiPredicate<SemanticVersion, Entry> fits) {
        return highestFrom(entries.lowerEntry(bound), fits);
    }

    private Optional<Entry> highestFrom(
            Map.@Nullable Entry<SemanticVersion, Entry> start, BiPredicate<SemanticVersion, Entry> fits) {
        for (var at = start; at != null; at = entries.lowerEntry(at.getKey())) {
            if (fits.test(at.getKey(), at.getValue())) {
                return Optional.of(at.getValue());
            }
        }
        return Optional.empty();
    }

    /** The highest release below {@code bound}, or of all when it is null, that carries surfaces and fits. */
    Optional<Entry> highestCarrying(@Nullable SemanticVersion bound, BiPredicate<SemanticVersion, Entry> fits) {
        SemanticVersion at =
                bound == null ? (carrying.isEmpty() ? null : carrying.lastKey()) : carrying.lowerKey(bound);
        for (; at != null; at = carrying.lowerKey(at)) {
            Entry entry = entries.get(at);
            if (entry != null && fits.test(at, entry)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /**
     * What keeps a new number from being used because it goes backwards. Numbers go up; the exception is a back-port, which
     * carries on a line that exists: it is above every version of its major, or of its major.minor.
     *
     * @return the version it would have to be above
     */
    Optional<SemanticVersion> backwardsFrom(SemanticVersion version) {
        SemanticVersion highest = highest().orElse(null);
        if (highest == null || version.isHigherThan(highest)) {
            return Optional.empty();
        }
        SemanticVersion ofMajor = highestBefore(version.release().increment(Increment.PREMAJOR));
        if (ofMajor == null || !ofMajor.major().equals(version.major())) {
            return Optional.of(highest);
        }
        SemanticVersion ofMinor = highestBefore(version.release().increment(Increment.PREMINOR));
        boolean lineExists = ofMinor != null
                && ofMinor.major().equals(version.major())
                && ofMinor.minor().equals(version.minor());
        SemanticVersion line = lineExists && ofMinor != null ? ofMinor : ofMajor;
        return version.isHigherThan(line) ? Optional.empty() : Optional.of(line);
    }

    private @Nullable SemanticVersion highestBefore(SemanticVersion bound) {
        return entries.lowerKey(bound);
    }
}
