package io.axiom.runtime.log;

/**
 * A state and where in the log it is from.
 *
 * @param sequence of the stream's last event folded in, -1 when there is none
 * @param position of that event, 0 when there is none
 */
public record Versioned<S>(S state, long sequence, long position) {
    public boolean exists() {
        return sequence >= 0;
    }
}
