package io.axiom.eventstore;

import java.security.MessageDigest;

/** Where the log ends: last position (0 when empty) and the hash the next event links to. Equal heads end equal logs. */
record Head(long position, byte[] hash) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Head head && position == head.position && MessageDigest.isEqual(hash, head.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }
}
