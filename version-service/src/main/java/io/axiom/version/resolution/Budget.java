package io.axiom.version.resolution;

/** How much work may still be done, counted in steps and not in time so that the same request always ends the same way. */
final class Budget {
    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Spent();
        }
    }

    long left() {
        return Math.max(0, left);
    }

    /** There is more to do than may be done. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("The search takes more steps than it may", null, false, false);
        }
    }
}
