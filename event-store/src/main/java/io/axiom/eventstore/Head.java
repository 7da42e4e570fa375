package io.axiom.eventstore;

/** Where the log ends: last position (0 when empty) and the hash the next event links to. */
record Head(long position, byte[] hash) {}
