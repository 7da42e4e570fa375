package io.axiom.version.resolution;

import java.util.SortedSet;

/** What is known from outside. Components are the numbers {@link Problem} gives them. */
sealed interface Fact {
    int component();

    /** The component is asked for, in a version of {@code range}. */
    record Asked(int component, String range, Choices matching) implements Fact {}

    /** The component stays at one version. */
    record Pinned(int component, int choice) implements Fact {}

    /**
     * These versions need a version of another component.
     *
     * @param ranges as declared; several when they are written differently and match the same versions
     */
    record Depends(int component, Choices versions, int on, SortedSet<String> ranges, Choices matching)
            implements Fact {}

    /** These versions are not to be chosen. */
    record Excluded(int component, Choices versions, String remark) implements Fact {}
}
