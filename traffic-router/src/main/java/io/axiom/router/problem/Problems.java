package io.axiom.router.problem;

import io.axiom.language.Rejection;
import io.axiom.language.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes refusals as {@code application/problem+json}. */
public final class Problems {
    private Problems() {}

    /** Answers with the rejection and the HTTP status of its kind. */
    public static Future<Void> send(HttpServerResponse response, Rejection rejection) {
        return send(response, rejection.kind().httpStatus(), rejection, Map.of());
    }

    /** @param more members beside the standard ones */
    public static Future<Void> send(
            HttpServerResponse response, int status, Rejection rejection, Map<String, Object> more) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", rejection.type());
        problem.put("title", title(rejection.code()));
        problem.put("status", status);
        problem.put("detail", rejection.detail());
        problem.put("code", rejection.code());
        problem.put("next", rejection.next());
        if (!rejection.context().isEmpty()) {
            problem.put("context", rejection.context());
        }
        problem.putAll(more);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.end(Buffer.buffer(Json.mapper().writeValueAsBytes(problem)));
    }

    /** {@code route.no-endpoint} becomes {@code Route no endpoint}. */
    private static String title(String code) {
        String words = code.replace('.', ' ').replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
