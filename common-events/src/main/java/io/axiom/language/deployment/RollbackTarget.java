package io.axiom.language.deployment;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Where to go back to. */
public sealed interface RollbackTarget {
    /** The release before the current one, per component. */
    record Previous() implements RollbackTarget {}

    /** The newest rollback point. */
    record LatestPoint() implements RollbackTarget {}

    record Point(String id) implements RollbackTarget {}

    /** A position of the deployment log. */
    record Position(long position) implements RollbackTarget {}

    record At(Instant instant) implements RollbackTarget {}

    /** Reads {@code previous}, {@code latest}, {@code rb-…}, {@code 1234}, {@code 2026-11-20T03:00:00Z}. */
    static RollbackTarget parse(String text) {
        if (text.equals("previous")) {
            return new Previous();
        }
        if (text.equals("latest")) {
            return new LatestPoint();
        }
        if (text.startsWith("rb-") && text.length() <= 64) {
            return new Point(text);
        }
        try {
            if (!text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return new Position(Long.parseLong(text));
            }
            return new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw new RejectedException(new Rejection(
                    "rollback.target-invalid",
                    Rejection.Kind.INVALID,
                    "\"" + Texts.shorten(text, 60) + "\" names no moment to go back to.",
                    "Give previous, latest, a rollback point (rb-…), a position (1234) or an instant "
                            + "(2026-11-20T03:00:00Z)."));
        }
    }
}
