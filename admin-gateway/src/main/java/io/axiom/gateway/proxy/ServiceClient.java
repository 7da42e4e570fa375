package io.axiom.gateway.proxy;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Calls services over HTTP. A service that does not answer is not asked again for two seconds, so that it costs its callers
 * no more waiting; they are told which service it is and what to do.
 */
@Component
public class ServiceClient implements DisposableBean {
    /** Services wait up to 5 s for a position to be reached; an answer takes less than this beyond it. */
    public static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);

    private final ServiceAddresses addresses;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    ServiceClient(ServiceAddresses addresses) {
        this.addresses = addresses;
    }

    /** A request to a service, not yet addressed. {@code path} is encoded and starts with a slash. */
    public record Question(
            String method, String path, Map<String, String> headers, byte @Nullable [] body, Duration within) {
        public static Question get(String path, Map<String, String> headers) {
            return new Question("GET", path, headers, null, ANSWER_WITHIN);
        }
    }

    /** Asks; the answer's body is a stream the caller closes. Refuses with {@code service.unavailable}. */
    public HttpResponse<InputStream> ask(String context, Question question) {
        String url = addresses.find(context);
        if (url == null) {
            throw new RejectedException(new Rejection(
                    "service.not-installed",
                    Rejection.Kind.NOT_FOUND,
                    "This installation has no " + context + "-service.",
                    "Set axiom.service-url." + context + " where it runs.",
                    Map.of("service", context)));
        }
        CircuitBreaker breaker = breakers.computeIfAbsent(context, ServiceClient::breaker);
        try {
            return breaker.executeCallable(() -> send(url, question));
        } catch (CallNotPermittedException e) {
            throw unavailable(context, url, "did not answer a moment ago");
        } catch (ExecutionException | IOException e) {
            throw unavailable(context, url, "cannot be reached");
        } catch (TimeoutException e) {
            throw unavailable(
                    context, url, "did not answer within " + question.within().toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(context, url, "was not waited for");
        } catch (Exception e) {
            throw new IllegalStateException("Calling the " + context + "-service failed", e);
        }
    }

    private HttpResponse<InputStream> send(String url, Question question) throws Exception {
        byte[] body = question.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + question.path()))
                .method(
                        question.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        question.headers().forEach(request::header);
        TimeLimiter limiter = TimeLimiter.of(
                TimeLimiterConfig.custom().timeoutDuration(question.within()).build());
        return limiter.executeFutureSupplier(
                () -> http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private static CircuitBreaker breaker(String context) {
        return CircuitBreaker.of(
                context,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .failureRateThreshold(75)
                        .waitDurationInOpenState(Duration.ofSeconds(2))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    private static RejectedException unavailable(String context, String url, String what) {
        return new RejectedException(new Rejection(
                "service.unavailable",
                Rejection.Kind.UNAVAILABLE,
                "The " + context + "-service at " + url + ' ' + what + '.',
                "Start it again (axiom up on one machine) and repeat; GET /api/status shows which parts answer.",
                Map.of("service", context, "url", url)));
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
