package io.axiom.version.resolution;

/**
 * Which component to decide next: those in recent conflicts first, then in the order the request reaches them. Deciding what
 * causes trouble early keeps the search small (VSIDS, from Chaff, 2001).
 */
final class Priorities {
    private static final double GROWTH = 1.0 / 0.95;
    private static final double LARGEST = 1e100;

    private final double[] weights;
    private double step = 1;

    Priorities(int components) {
        this.weights = new double[components];
    }

    void raise(int component) {
        weights[component] += step;
        if (weights[component] > LARGEST) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= LARGEST;
            }
            step /= LARGEST;
        }
    }

    /** After a conflict: what is raised from now on counts for more. */
    void age() {
        step *= GROWTH;
    }

    double of(int component) {
        return weights[component];
    }
}
