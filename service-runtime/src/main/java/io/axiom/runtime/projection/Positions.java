package io.axiom.runtime.projection;

import java.time.Duration;

/** How far projections are. */
public interface Positions {
    /** The position of {@code context} up to which every projection of this service has applied events. */
    long projected(String context);

    /** Waits, without polling the database, until {@link #projected} is at least {@code position}; false after the timeout. */
    boolean await(String context, long position, Duration timeout);
}
