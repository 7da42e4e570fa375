package io.axiom.version.surface.jsonschema.logic;

/** How much work one comparison may do. What is left when it is spent stays undetermined. */
public final class Budget {
    private final long most;
    private long left;
    private boolean exhausted;

    public Budget(long most) {
        this.most = most;
        this.left = most;
    }

    /** Takes one step; false when none is left. */
    public boolean spend() {
        return spend(1);
    }

    /** Takes several steps; false, now and ever after, when not all of them are left. */
    public boolean spend(long steps) {
        exhausted |= steps > left;
        left -= exhausted ? 0 : steps;
        return !exhausted;
    }

    public boolean isExhausted() {
        return exhausted;
    }

    public long most() {
        return most;
    }
}
