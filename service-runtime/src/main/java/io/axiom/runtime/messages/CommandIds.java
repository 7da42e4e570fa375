package io.axiom.runtime.messages;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that come from outside. */
public final class CommandIds {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private CommandIds() {}

    public static boolean isValid(@Nullable String id) {
        return id != null && ID.matcher(id).matches();
    }

    /** The given id, or a new one. */
    public static String orRandom(@Nullable String id) {
        if (id == null) {
            return UUID.randomUUID().toString();
        }
        if (!isValid(id)) {
            throw new RejectedException(new Rejection(
                    "request.idempotency-key-invalid",
                    Rejection.Kind.INVALID,
                    "An Idempotency-Key has 1 to 200 visible ASCII characters.",
                    "Use a UUID."));
        }
        return id;
    }

    /** The W3C trace context when it is one; anything else is not passed on. */
    public static @Nullable String traceparent(@Nullable String header) {
        return header != null && TRACEPARENT.matcher(header).matches() ? header : null;
    }
}
