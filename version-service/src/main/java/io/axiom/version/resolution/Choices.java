package io.axiom.version.resolution;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of what one component may be in a solution: left out (0), or its n-th version, oldest first (n). Never changes. All sets
 * of a component have the same size, so a set and its complement stand for PubGrub's positive and negative terms.
 */
final class Choices {
    static final int LEFT_OUT = 0;

    private final int size;
    private final long[] words;

    private Choices(int size, long[] words) {
        this.size = size;
        this.words = words;
    }

    /** Everything a component with that many versions may be. */
    static Choices all(int versions) {
        return none(versions).complement();
    }

    static Choices none(int versions) {
        return new Choices(versions + 1, new long[(versions + Long.SIZE) / Long.SIZE]);
    }

    static Choices only(int versions, int choice) {
        Choices set = none(versions);
        set.words[choice / Long.SIZE] |= 1L << choice;
        return set;
    }

    /** Versions by their place in the list, counted from 0. */
    static Choices ofVersions(int versions, BitSet places) {
        Choices set = none(versions);
        places.stream().forEach(place -> set.words[(place + 1) / Long.SIZE] |= 1L << (place + 1));
        return set;
    }

    Choices and(Choices other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= other.words[i];
        }
        return new Choices(size, result);
    }

    Choices or(Choices other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] |= other.words[i];
        }
        return new Choices(size, result);
    }

    Choices minus(Choices other) {
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= ~other.words[i];
        }
        return new Choices(size, result);
    }

    Choices complement() {
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ~words[i];
        }
        int used = size % Long.SIZE;
        if (used != 0) {
            result[result.length - 1] &= (1L << used) - 1;
        }
        return new Choices(size, result);
    }

    boolean isSubsetOf(Choices other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & ~other.words[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isDisjointFrom(Choices other) {
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & other.words[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isEverything() {
        return count() == size;
    }

    boolean contains(int choice) {
        return (words[choice / Long.SIZE] & (1L << choice)) != 0;
    }

    long first64() {
        return words[0];
    }

    boolean mayBeLeftOut() {
        return (words[0] & 1) != 0;
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The last of them; the set is not empty. */
    int newest() {
        int i = words.length - 1;
        while (words[i] == 0) {
            i--;
        }
        return i * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(words[i]);
    }

    IntStream stream() {
        return BitSet.valueOf(words).stream();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Choices choices && size == choices.size && Arrays.equals(words, choices.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return BitSet.valueOf(words).toString();
    }
}
