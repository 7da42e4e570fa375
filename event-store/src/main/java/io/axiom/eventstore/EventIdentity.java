package io.axiom.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** An event id in 16 bytes for the index that makes it unique. */
final class EventIdentity {
    private EventIdentity() {}

    static UUID of(String eventId) {
        return isCanonical(eventId)
                ? UUID.fromString(eventId)
                : UUID.nameUUIDFromBytes(("axiom event " + eventId).getBytes(UTF_8));
    }

    /** Whether a UUID's text is this and no other: RFC 9562, section 4, in small letters. */
    private static boolean isCanonical(String id) {
        if (id.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = id.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
