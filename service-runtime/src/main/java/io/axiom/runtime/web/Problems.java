package io.axiom.runtime.web;

import io.axiom.eventstore.LogUnavailableException;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.json.Json;
import io.axiom.runtime.messages.JsonInput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Turns whatever went wrong into the one form of problem. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    public static Problem of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Problem known = known(cause);
            if (known != null) {
                return known;
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.error("Unexpected failure {}", id, error);
        Problem problem = Problem.of(
                500,
                "internal.failure",
                "Something went wrong here",
                "An unexpected failure; it is in the log of this service under " + id + ".",
                "Look for " + id + " in the log, and report it.");
        return new Problem(
                problem.type(),
                problem.title(),
                500,
                problem.detail(),
                "urn:uuid:" + id,
                problem.code(),
                problem.next(),
                null);
    }

    private static @Nullable Problem known(Throwable error) {
        return switch (error) {
            case RejectedException rejected -> Problem.of(rejected.rejection());
            case JacksonException json -> Problem.of(JsonInput.rejectionOf(json));
            case LogUnavailableException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ -> Problem.of(Unavailable.DATABASE);
            case NoResourceFoundException missing -> notFound(missing.getResourcePath());
            case NoHandlerFoundException missing -> notFound(missing.getRequestURL());
            case HttpRequestMethodNotSupportedException method ->
                Problem.of(
                        405,
                        "request.method-not-allowed",
                        "Not allowed here",
                        method.getMethod() + " is not answered at this path.",
                        "Use "
                                + String.join(
                                        ", ",
                                        method.getSupportedHttpMethods() == null
                                                ? List.of()
                                                : method.getSupportedHttpMethods().stream()
                                                        .map(String::valueOf)
                                                        .sorted()
                                                        .toList())
                                + ".");
            case HttpMediaTypeNotSupportedException media ->
                Problem.of(
                        415,
                        "request.media-type-not-supported",
                        "Not a media type that is read here",
                        "The body is " + media.getContentType() + ".",
                        "Send application/json.");
            case TypeMismatchException mismatch ->
                invalid("The parameter " + mismatch.getPropertyName() + " has a value of the wrong type: "
                        + Texts.shorten(String.valueOf(mismatch.getValue()), 80) + ".");
            case ServletRequestBindingException binding ->
                invalid(String.valueOf(binding.getBody().getDetail()));
            case org.springframework.http.converter.HttpMessageNotReadableException unreadable
            when !(unreadable.getCause() instanceof JacksonException)
                    && !(unreadable.getCause() instanceof RejectedException) ->
                unreadable.getCause() == null ? invalid("The body is missing or cannot be read.") : null;
            case ErrorResponse response
            when response.getStatusCode().is4xxClientError() ->
                Problem.of(
                        response.getStatusCode().value(),
                        "request.refused",
                        "The request is not valid",
                        String.valueOf(response.getBody().getDetail()),
                        "Correct the request and send it again.");
            default -> null;
        };
    }

    private static Problem notFound(String path) {
        return Problem.of(
                404,
                "request.no-such-path",
                "Not found",
                "Nothing is at " + Texts.shorten(path, 200) + ".",
                "See /openapi.json of the gateway for what there is.");
    }

    private static Problem invalid(String detail) {
        return Problem.of(new Rejection(
                "request.invalid", Rejection.Kind.INVALID, detail, "Correct the request and send it again."));
    }

    /** Writes a problem where no controller does, as in a filter. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"axiom\"");
        }
        byte[] body = Json.mapper().writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
