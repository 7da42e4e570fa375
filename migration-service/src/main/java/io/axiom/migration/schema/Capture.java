package io.axiom.migration.schema;

import java.util.Map;

/**
 * A snapshot with the engine's own identities, which stay when an object is renamed. They mean something only within one
 * database and one engine, so they are no part of the snapshot.
 *
 * @param identities such as PostgreSQL's oid and column number; empty where the engine has none
 */
public record Capture(Snapshot snapshot, Map<ObjectId, String> identities) {
    public Capture {
        identities = Map.copyOf(identities);
    }
}
