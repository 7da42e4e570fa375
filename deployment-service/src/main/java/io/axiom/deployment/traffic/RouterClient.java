package io.axiom.deployment.traffic;

import io.axiom.language.Texts;
import io.axiom.language.deployment.Cause;
import io.axiom.language.json.Json;
import io.axiom.language.routing.Route;
import io.axiom.language.routing.RouterReport;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The router's admin interface. */
public final class RouterClient {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Pattern CURRENT_REVISION = Pattern.compile("\"currentRevision\"\\s*:\\s*\"?([0-9]{1,18})");
    private static final int LARGEST_REPORT = 16 * 1024 * 1024;

    private final String adminUrl;
    private final @Nullable String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Retry untilItAnswers;

    /** @param token what the router's admin side wants to see, null when it answers anyone on this machine */
    public RouterClient(String adminUrl, @Nullable String token) {
        this.token = token == null || token.isBlank() ? null : token;
        this.adminUrl = adminUrl.endsWith("/") ? adminUrl.substring(0, adminUrl.length() - 1) : adminUrl;
        // A route must reach the router sooner or later; whoever wants it no more interrupts.
        this.untilItAnswers = Retry.of(
                "router " + this.adminUrl,
                RetryConfig.custom()
                        .maxAttempts(Integer.MAX_VALUE)
                        .intervalFunction(IntervalFunction.ofExponentialBackoff(20, 2, 500))
                        .retryOnException(e -> e instanceof IOException)
                        .build());
    }

    /**
     * Sets the route; tries until the router answers. A route older than the router's own is rightly ignored by it.
     *
     * @return the revision the router has when it is newer
     */
    public OptionalLong put(Route route) throws RouterFailure, InterruptedException {
        HttpRequest request = to("/routes/" + route.environment() + '/' + route.component())
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(route)))
                .build();
        HttpResponse<String> answer;
        try {
            answer = untilItAnswers.executeCheckedSupplier(() -> {
                HttpResponse<String> got = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (got.statusCode() >= 500) {
                    throw new IOException("The router answered " + got.statusCode());
                }
                return got;
            });
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException("No longer wanted");
            }
            throw new IllegalStateException("The route could not be sent", e);
        }
        if (answer.statusCode() == 409) {
            return OptionalLong.of(currentRevision(answer.body()));
        }
        if (answer.statusCode() >= 400) {
            throw new RouterFailure(new Cause(
                    "router.refused",
                    "The router refused the route of " + route.key() + " with status " + answer.statusCode() + ": "
                            + Texts.shorten(answer.body(), 300),
                    "Check that router and deployment-service are of the same version."));
        }
        return OptionalLong.empty();
    }

    /** The member of the router's problem that says how far it is. */
    private static long currentRevision(String problem) {
        Matcher revision = CURRENT_REVISION.matcher(problem);
        return revision.find() ? Long.parseLong(revision.group(1)) : 0;
    }

    /** What the router has seen so far. */
    RouterReport report() throws IOException, InterruptedException {
        HttpRequest request = to("/report").timeout(ANSWER).build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("The router answered " + answer.statusCode());
            }
            return parse(new String(body.readNBytes(LARGEST_REPORT), StandardCharsets.UTF_8));
        }
    }

    /** Opens the stream of reports. Status 404 means this router has none. */
    HttpResponse<InputStream> stream() throws IOException, InterruptedException {
        HttpRequest request =
                to("/report/stream").header("Accept", "text/event-stream").build();
        // Not the request's own timeout: that may one day count until the body's end, and this body has none.
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The router does not answer", e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("The router does not answer", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(adminUrl + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static RouterReport parse(String json) throws IOException {
        try {
            return Json.lenient().readValue(json, RouterReport.class);
        } catch (tools.jackson.core.JacksonException e) {
            throw new IOException("The router's report cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
