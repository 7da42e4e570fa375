package io.axiom.version.resolution;

/** How much work may still be done, counted in steps and not in time so that the same request always ends the same way. */
final class Budget {
    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    void spend(long steps) {
        left -= steps;
    }

    boolean isSpent() {
        return left < 0;
    }

    long left() {
        return Math.max(0, left);
    }
}
