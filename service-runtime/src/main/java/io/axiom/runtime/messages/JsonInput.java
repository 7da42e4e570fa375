package io.axiom.runtime.messages;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.json.Json;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON from outside; what is wrong with it is a rejection that names the field and the place. */
public final class JsonInput {
    private JsonInput() {}

    public static <T> T read(byte[] json, Class<T> type) {
        return read(json, type, Json.mapper());
    }

    /** Reads with a mapper of its own, such as one for larger documents. */
    public static <T> T read(byte[] json, Class<T> type, JsonMapper mapper) {
        T value;
        try {
            value = mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new RejectedException(rejectionOf(e));
        }
        if (value == null) {
            throw invalid("", "the body is null");
        }
        RequiredFields.check(value);
        return value;
    }

    /** What a Jackson error says to the person who sent the JSON. */
    public static Rejection rejectionOf(JacksonException error) {
        TokenStreamLocation location = error.getLocation();
        String where = location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        RejectedException inner = rejectedIn(error);
        if (inner != null) {
            return inner.rejection();
        }
        if (error instanceof StreamConstraintsException) {
            return new Rejection(
                    "request.too-large",
                    Rejection.Kind.TOO_LARGE,
                    "The JSON is larger or nested deeper than is read" + where + ".",
                    "Send less at once.");
        }
        if (error instanceof StreamReadException && !(error instanceof InputCoercionException)) {
            return new Rejection(
                    "request.malformed-json",
                    Rejection.Kind.INVALID,
                    "This is not JSON" + where + ": " + Texts.shorten(error.getOriginalMessage(), 200),
                    "Send a JSON document in UTF-8.");
        }
        String field = pathOf(error);
        String problem = error instanceof UnrecognizedPropertyException unknown
                ? "there is no such field; known are "
                        + (unknown.getKnownPropertyIds() == null
                                ? "none"
                                : unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
                : Texts.shorten(firstLine(error.getOriginalMessage()), 300);
        return invalid(field, problem + where).rejection();
    }

    static RejectedException invalid(String field, String problem) {
        return new RejectedException(new Rejection(
                "request.invalid",
                Rejection.Kind.INVALID,
                field.isEmpty()
                        ? "Not valid: " + problem + "."
                        : "The field \"" + field + "\" is not valid: " + problem + ".",
                "Correct the field and send the request again.",
                field.isEmpty() ? Map.of() : Map.of("field", field)));
    }

    private static @Nullable RejectedException rejectedIn(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof RejectedException rejected) {
                return rejected;
            }
        }
        return null;
    }

    private static String pathOf(JacksonException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : error.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return Texts.shorten(path.toString(), 200);
    }

    /** Jackson names Java classes in its messages; they mean nothing to the reader. */
    private static String firstLine(@Nullable String message) {
        String line = message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("");
        return line.replaceAll("`?(?:[a-z]\\w*\\.)+([A-Z]\\w*(?:\\$\\w+)*)(?:<[^`]*>)?`?", "$1");
    }
}
