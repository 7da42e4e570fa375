package io.axiom.runtime.web;

import io.axiom.language.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An RFC 9457 problem. {@code code}, {@code next} and {@code context} are our extension members. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        String next,
        @Nullable Map<String, String> context) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Rejection rejection) {
        return new Problem(
                rejection.type(),
                titleOf(rejection.kind()),
                rejection.kind().httpStatus(),
                rejection.detail(),
                null,
                rejection.code(),
                rejection.next(),
                rejection.context().isEmpty() ? null : rejection.context());
    }

    /** A problem that is not a refusal of ours. */
    public static Problem of(int status, String code, String title, String detail, String next) {
        return new Problem("urn:axiom:problem:" + code, title, status, detail, null, code, next, null);
    }

    private static String titleOf(Rejection.Kind kind) {
        return switch (kind) {
            case INVALID -> "The request is not valid";
            case UNAUTHENTICATED -> "Not authenticated";
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            case CONFLICT -> "In conflict with what is";
            case TOO_LARGE -> "Too large";
            case UNPROCESSABLE -> "Cannot be done";
            case UNAVAILABLE -> "Not available now";
        };
    }
}
