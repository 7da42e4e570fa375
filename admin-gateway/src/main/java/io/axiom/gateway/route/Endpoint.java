package io.axiom.gateway.route;

import io.axiom.language.Role;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One route: how it is reached, who may, what it takes and gives, and what serves it. Routing, access, parameter checks and
 * the OpenAPI document are all made from it, so none of them can differ.
 *
 * @param role the least role; null where no one needs to be known
 * @param content the media type and size of a body
 * @param handler null for a route service-runtime serves
 */
public record Endpoint(
        HttpMethod method,
        String path,
        String tag,
        String summary,
        @Nullable Role role,
        List<Parameter> parameters,
        @Nullable Type body,
        Content content,
        List<Answer> answers,
        @Nullable Handler handler) {

    /**
     * What a body may be.
     *
     * @param mediaType the only one that is read
     * @param most bytes
     * @param next what to do where there are more
     */
    public record Content(String mediaType, int most, String next) {
        private static final String SEND_LESS = "Send less at once.";
        static final Content JSON = new Content("application/json", 1024 * 1024, SEND_LESS);
    }

    /** Answers one call. */
    @FunctionalInterface
    public interface Handler {
        ServerResponse handle(Call call) throws Exception;
    }

    /**
     * A parameter beside those in the path.
     *
     * @param in {@code query} or {@code header}
     * @param type a JSON Schema type: {@code string}, {@code integer}, {@code boolean}
     */
    public record Parameter(String in, String name, String type, boolean required, String description) {}

    /** What can come back besides problems. */
    public record Answer(
            int status, String mediaType, @Nullable Type type, String description) {}

    public static Endpoint get(String path, String tag, String summary) {
        return new Endpoint(
                HttpMethod.GET, path, tag, summary, Role.VIEWER, List.of(), null, Content.JSON, List.of(), null);
    }

    public static Endpoint post(String path, String tag, String summary) {
        return changing(HttpMethod.POST, path, tag, summary);
    }

    /** A question with a body: it changes nothing that is decided on, and does not go over Kafka. */
    public static Endpoint ask(String path, String tag, String summary) {
        return new Endpoint(
                HttpMethod.POST, path, tag, summary, Role.VIEWER, List.of(), null, Content.JSON, List.of(), null);
    }

    public static Endpoint changing(HttpMethod method, String path, String tag, String summary) {
        return new Endpoint(method, path, tag, summary, Role.OPERATOR, List.of(), null, Content.JSON, List.of(), null)
                .header("Idempotency-Key", "The same key again gives the same answer and has no second effect.");
    }

    /** Whether it becomes a command on Kafka, so that its answer may come later. */
    public boolean isCommand() {
        return !tag.equals("tokens")
                && parameters.stream().anyMatch(parameter -> parameter.name().equals("Idempotency-Key"));
    }

    public Endpoint role(@Nullable Role least) {
        return new Endpoint(method, path, tag, summary, least, parameters, body, content, answers, handler);
    }

    public Endpoint query(String name, String type, String description) {
        return with(new Parameter("query", name, type, false, description));
    }

    public Endpoint required(String name, String type, String description) {
        return with(new Parameter("query", name, type, true, description));
    }

    public Endpoint header(String name, String description) {
        return with(new Parameter("header", name, "string", false, description));
    }

    /** {@code limit} and {@code cursor}. */
    public Endpoint paged() {
        return query("limit", "integer", "How many at most, 1 to 500; 50 when left out.")
                .query("cursor", "string", "Where the last page ended: its \"next\".");
    }

    private Endpoint with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Endpoint(method, path, tag, summary, role, List.copyOf(more), body, content, answers, handler);
    }

    public Endpoint body(Type type) {
        return new Endpoint(method, path, tag, summary, role, parameters, type, content, answers, handler);
    }

    /** Another media type, or larger bodies. */
    public Endpoint content(String mediaType, int most) {
        return content(mediaType, most, Content.SEND_LESS);
    }

    /** @param next what to do where a body is larger */
    public Endpoint content(String mediaType, int most, String next) {
        Content larger = new Content(mediaType, most, next);
        return new Endpoint(method, path, tag, summary, role, parameters, body, larger, answers, handler);
    }

    public Endpoint answers(int status, @Nullable Type type, String description) {
        return answers(status, "application/json", type, description);
    }

    public Endpoint answers(int status, String mediaType, @Nullable Type type, String description) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(new Answer(status, mediaType, type, description));
        return new Endpoint(method, path, tag, summary, role, parameters, body, content, List.copyOf(more), handler);
    }

    public Endpoint by(Handler served) {
        return new Endpoint(method, path, tag, summary, role, parameters, body, content, answers, served);
    }
}
