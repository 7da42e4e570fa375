package io.axiom.version.resolution;

import java.util.Arrays;

/**
 * The incompatibilities that watch one component, side by side with what most often tells without a look at them that there is
 * nothing to do: the first 64 choices of the term they watch, and for needs the component that has the need.
 */
final class Watchers {
    private static final int NOT_A_NEED = -1;

    private Watched[] watched = new Watched[8];
    private long[] choices = new long[8];
    private int[] needy = new int[8];
    private int size;

    void add(Watched added, Choices term) {
        add(added, term, NOT_A_NEED);
    }

    /** @param component nothing follows while it may be left out */
    void addNeedOf(int component, Watched added, Choices term) {
        add(added, term, component);
    }

    private void add(Watched added, Choices term, int component) {
        if (size == watched.length) {
            watched = Arrays.copyOf(watched, size * 2);
            choices = Arrays.copyOf(choices, size * 2);
            needy = Arrays.copyOf(needy, size * 2);
        }
        watched[size] = added;
        choices[size] = term.first64();
        needy[size++] = component;
    }

    int size() {
        return size;
    }

    Watched get(int index) {
        return watched[index];
    }

    /** The next from {@code index} on that may have something to say when the component is one of {@code domain}, or the size. */
    int next(int index, long domain, Trail trail) {
        int i = index;
        while (i < size && ((domain & ~choices[i]) != 0 || (needy[i] != NOT_A_NEED && !trail.isRequired(needy[i])))) {
            i++;
        }
        return i;
    }

    /** Takes the last into its place. */
    void remove(int index) {
        size--;
        watched[index] = watched[size];
        choices[index] = choices[size];
        needy[index] = needy[size];
    }
}
