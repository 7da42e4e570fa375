package io.axiom.gateway.route;

import io.axiom.language.Actor;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.runtime.messages.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/** One request that may be answered: its actor is known and has the role the route needs. */
public final class Call {
    /** The most items of a page. */
    public static final int MAX_LIMIT = 500;

    private final Endpoint endpoint;
    private final ServerRequest request;
    private final Actor actor;
    private byte @Nullable [] body;

    Call(Endpoint endpoint, ServerRequest request, Actor actor) {
        this.endpoint = endpoint;
        this.request = request;
        this.actor = actor;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public ServerRequest request() {
        return request;
    }

    public Actor actor() {
        return actor;
    }

    /** A variable of the path. Dots alone would mean another path once passed on. */
    public String path(String name) {
        String value = request.pathVariable(name);
        if (value.isBlank()
                || value.length() > 200
                || value.equals(".")
                || value.equals("..")
                || value.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7f)) {
            throw invalid(name, value, "1 to 200 characters without slashes");
        }
        return value;
    }

    public @Nullable String query(String name) {
        return request.param(name)
                .filter(value -> !value.isEmpty())
                .map(value -> {
                    if (value.length() > 500) {
                        throw invalid(name, value, "at most 500 characters");
                    }
                    return value;
                })
                .orElse(null);
    }

    public long number(String name, long otherwise, long least, long most) {
        String text = query(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw invalid(name, text, "a whole number from " + least + " to " + most);
    }

    public int limit() {
        return (int) number("limit", 50, 1, MAX_LIMIT);
    }

    public @Nullable Instant instant(String name) {
        String text = query(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid(name, text, "an instant such as 2026-11-20T03:00:00Z");
        }
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.headers().firstHeader(name));
    }

    /** The body's exact bytes, read once. */
    public byte[] bytes() {
        byte[] known = body;
        if (known == null) {
            known = readBody();
            body = known;
        }
        return known;
    }

    private byte[] readBody() {
        int most = endpoint.content().most();
        if (request.headers().contentLength().orElse(0) > most) {
            throw tooLarge(endpoint.content());
        }
        try (InputStream in = request.servletRequest().getInputStream()) {
            byte[] read = in.readNBytes(most + 1);
            if (read.length > most) {
                throw tooLarge(endpoint.content());
            }
            return read;
        } catch (IOException e) {
            throw new RejectedException(new Rejection(
                    "request.incomplete", Rejection.Kind.INVALID, "The request ended early.", "Send it again."));
        }
    }

    /** The body as JSON; nothing at all counts as {@code {}}. Unknown fields, wrong and missing values are refused. */
    public <T> T body(Class<T> type) {
        byte[] bytes = bytes();
        return JsonInput.read(bytes.length == 0 ? new byte[] {'{', '}'} : bytes, type);
    }

    private static RejectedException tooLarge(Endpoint.Content content) {
        return new RejectedException(new Rejection(
                "request.too-large",
                Rejection.Kind.TOO_LARGE,
                "The body is larger than " + content.most() + " bytes.",
                content.next()));
    }

    static RejectedException invalid(String name, @Nullable String value, String wanted) {
        return new RejectedException(new Rejection(
                "request.parameter-invalid",
                Rejection.Kind.INVALID,
                "The parameter \"" + name + "\" is \"" + Texts.shorten(String.valueOf(value), 60)
                        + "\", which it cannot be.",
                "Give " + wanted + '.',
                Map.of("parameter", name)));
    }
}
