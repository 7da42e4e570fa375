package io.axiom.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** An event id in 16 bytes for the index that makes it unique. */
final class EventIdentity {
    private EventIdentity() {}

    static UUID of(String eventId) {
        if (eventId.length() == 36) {
            try {
                UUID id = UUID.fromString(eventId);
                if (id.toString().equals(eventId)) {
                    return id;
                }
            } catch (IllegalArgumentException _) {
                // An id of the caller's own making.
            }
        }
        return UUID.nameUUIDFromBytes(("axiom event " + eventId).getBytes(UTF_8));
    }
}
