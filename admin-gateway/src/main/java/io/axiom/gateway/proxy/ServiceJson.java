package io.axiom.gateway.proxy;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks a service and reads its JSON. */
@Component
public class ServiceJson {
    private final ServiceClient services;
    private final ServiceCredentials credentials;

    ServiceJson(ServiceClient services, ServiceCredentials credentials) {
        this.services = services;
        this.credentials = credentials;
    }

    /** What a service answered, whatever the status. */
    public record Answer(int status, JsonNode body) {}

    /** The body of a 2xx answer; anything else is refused as the service refused it. */
    public JsonNode get(String context, String path, Duration within) {
        return accepted(context, ask(context, "GET", path, Map.of(), null, within));
    }

    /** The same of an answer that is there. */
    public static JsonNode accepted(String context, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw refusal(context, answer);
        }
        return answer.body();
    }

    public Answer ask(
            String context,
            String method,
            String path,
            Map<String, String> headers,
            byte @Nullable [] body,
            Duration within) {
        Map<String, String> all = new HashMap<>(credentials.headers());
        all.put("Accept", "application/json");
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        all.putAll(headers);
        HttpResponse<InputStream> response =
                services.ask(context, new ServiceClient.Question(method, path, all, body, within));
        try (InputStream in = response.body()) {
            return new Answer(response.statusCode(), Json.lenient().readTree(in.readAllBytes()));
        } catch (IOException | JacksonException e) {
            throw new RejectedException(new Rejection(
                    "service.unavailable",
                    Rejection.Kind.UNAVAILABLE,
                    "The " + context + "-service broke off its answer.",
                    "Repeat the request; GET /api/status shows which parts answer.",
                    Map.of("service", context)));
        }
    }

    /** A service's problem as a rejection again. */
    public static RejectedException refusal(String context, Answer answer) {
        JsonNode problem = answer.body();
        Rejection.Kind kind = Rejection.Kind.UNAVAILABLE;
        for (Rejection.Kind candidate : Rejection.Kind.values()) {
            if (candidate.httpStatus() == answer.status()) {
                kind = candidate;
            }
        }
        return new RejectedException(new Rejection(
                problem.path("code").asString("service.failed"),
                kind,
                problem.path("detail").asString("The " + context + "-service answered " + answer.status() + '.'),
                problem.path("next").asString("See the service's log."),
                Map.of("service", context)));
    }
}
