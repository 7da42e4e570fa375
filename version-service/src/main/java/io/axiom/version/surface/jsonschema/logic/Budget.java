package io.axiom.version.surface.jsonschema.logic;

/** How much work one comparison may do. What is left when it is spent stays undetermined. */
public final class Budget {
    private final long most;
    private long left;

    public Budget(long most) {
        this.most = most;
        this.left = most;
    }

    /** Takes one step; false when none is left. */
    public boolean spend() {
        return left > 0 && left-- > 0;
    }

    /** Takes several steps; false when not all of them are left. */
    public boolean spend(long steps) {
        boolean enough = left >= steps;
        left = enough ? left - steps : 0;
        return enough;
    }

    public boolean isExhausted() {
        return left == 0;
    }

    public long most() {
        return most;
    }
}
