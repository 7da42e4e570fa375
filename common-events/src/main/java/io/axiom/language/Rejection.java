package io.axiom.language;

import java.util.Map;

/**
 * A refusal as a value. The REST problem (RFC 9457) and the Kafka reply are both made from it.
 *
 * @param code stable, machine-readable, for example {@code deployment.already-running}
 * @param kind what sort of refusal; decides the HTTP status
 * @param detail what happened and why, in one or two sentences
 * @param next what the reader can do now
 * @param context facts a program may want, such as the id of the deployment in the way; never a secret
 */
public record Rejection(String code, Kind kind, String detail, String next, Map<String, String> context) {

    /** Sorts of refusal and their HTTP status. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        UNPROCESSABLE(422),
        UNAVAILABLE(503);

        private final int httpStatus;

        Kind(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    public Rejection {
        context = Map.copyOf(context);
    }

    public Rejection(String code, Kind kind, String detail, String next) {
        this(code, kind, detail, next, Map.of());
    }

    /** The problem's {@code type} member. */
    public String type() {
        return "urn:axiom:problem:" + code;
    }
}
