package io.axiom.language.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a component's owner decided about its versions.
 *
 * @param claimedBump what happens when a version's number claims less than was detected
 */
public record ComponentPolicy(Reaction claimedBump) {
    public static final ComponentPolicy USUAL = new ComponentPolicy(Reaction.REFUSE);

    /** Whether something is refused, or let pass with a warning on record. */
    public enum Reaction {
        REFUSE,
        WARN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
