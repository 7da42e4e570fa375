package io.axiom.gateway.proxy;

import io.axiom.gateway.route.Call;
import io.axiom.language.json.Json;
import io.axiom.runtime.web.MinPosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** Passes a question on to the service that owns the answer, and its answer back, streams included. */
@Component
public class Forwarding {
    private static final List<String> ASKED_WITH = List.of("Last-Event-ID", "traceparent");
    private static final List<String> ANSWERED_WITH =
            List.of("Axiom-Position", "Content-Type", "Cache-Control", "Retry-After", "Allow", "Location");

    /** Comparing the largest documents takes its time. */
    private static final Duration BODY_ANSWERED_WITHIN = Duration.ofSeconds(60);

    private final ServiceClient services;
    private final ServiceCredentials credentials;
    private final Acknowledged acknowledged;

    Forwarding(ServiceClient services, ServiceCredentials credentials, Acknowledged acknowledged) {
        this.services = services;
        this.credentials = credentials;
        this.acknowledged = acknowledged;
    }

    /** The same path at the service. */
    public ServerResponse forward(String context, Call call) throws Exception {
        return forward(context, call, path(call, call.endpoint().path()));
    }

    public ServerResponse forward(String context, Call call, String path) throws Exception {
        return passed(ask(context, call, path + query(call)));
    }

    /** The same path at the service, and its answer with something added. */
    public ServerResponse forward(String context, Call call, UnaryOperator<JsonNode> added) throws Exception {
        HttpResponse<InputStream> answer =
                ask(context, call, path(call, call.endpoint().path()) + query(call));
        if (answer.statusCode() != 200) {
            return passed(answer);
        }
        ServerResponse.BodyBuilder response = ServerResponse.ok().contentType(MediaType.APPLICATION_JSON);
        answer.headers().firstValue("Axiom-Position").ifPresent(value -> response.header("Axiom-Position", value));
        try (InputStream in = answer.body()) {
            return response.body(
                    Json.mapper().writeValueAsBytes(added.apply(Json.lenient().readTree(in.readAllBytes()))));
        }
    }

    /** The same method and body at the same path: for what is no command, so that Kafka has no part in it. */
    public ServerResponse forwardBody(String context, Call call) {
        Map<String, String> headers = headers(context, call);
        headers.put("Content-Type", call.endpoint().content().mediaType());
        return passed(services.ask(
                context,
                new ServiceClient.Question(
                        call.endpoint().method().name(),
                        path(call, call.endpoint().path()) + query(call),
                        headers,
                        call.bytes(),
                        BODY_ANSWERED_WITHIN)));
    }

    private static ServerResponse passed(HttpResponse<InputStream> answer) {
        ServerResponse.BodyBuilder response = ServerResponse.status(answer.statusCode());
        for (String name : ANSWERED_WITH) {
            answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
        }
        boolean stream = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE))
                .isPresent();
        return response.build((_, out) -> {
            try (InputStream in = answer.body()) {
                copy(in, out.getOutputStream(), stream);
            }
            return null;
        });
    }

    private HttpResponse<InputStream> ask(String context, Call call, String path) throws IOException {
        Map<String, String> headers = headers(context, call);
        Long lately = headers.containsKey(MinPosition.HEADER) ? null : acknowledged.lately(context);
        if (lately == null) {
            return services.ask(context, ServiceClient.Question.get(path, headers));
        }
        Map<String, String> waiting = new HashMap<>(headers);
        waiting.put(MinPosition.HEADER, context + '=' + lately);
        HttpResponse<InputStream> answer = services.ask(context, ServiceClient.Question.get(path, waiting));
        if (answer.statusCode() != 503) {
            return answer;
        }
        // The caller did not ask to wait, so what there is will do.
        answer.body().close();
        return services.ask(context, ServiceClient.Question.get(path, headers));
    }

    private static void copy(InputStream in, OutputStream out, boolean stream) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (stream) {
                out.flush();
            }
        }
        out.flush();
    }

    /** What a question to a service carries: the gateway's own credentials, and what the caller said about positions. */
    private Map<String, String> headers(String context, Call call) {
        Map<String, String> headers = new HashMap<>(credentials.headers());
        String position = MinPositionFilter.of(call.request().servletRequest(), context);
        if (position != null) {
            headers.put(MinPosition.HEADER, position);
        }
        for (String name : ASKED_WITH) {
            call.header(name).ifPresent(value -> headers.put(name, value));
        }
        headers.put("Accept", call.header("Accept").orElse("*/*"));
        return headers;
    }

    /** The template with the call's variables in it, encoded again. */
    public static String path(Call call, String template) {
        StringBuilder path = new StringBuilder();
        for (String segment : template.substring(1).split("/")) {
            path.append('/');
            path.append(
                    segment.startsWith("{")
                            ? UriUtils.encodePathSegment(
                                    call.path(segment.substring(1, segment.length() - 1)), StandardCharsets.UTF_8)
                            : segment);
        }
        return path.toString();
    }

    /** One segment of a path, encoded. */
    public static String segment(String value) {
        return UriUtils.encodePathSegment(value, StandardCharsets.UTF_8);
    }

    /** A parameter's value, encoded. */
    public static String parameter(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String query(Call call) {
        StringBuilder query = new StringBuilder();
        call.request()
                .params()
                .forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? '?' : '&')
                        .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }
}
