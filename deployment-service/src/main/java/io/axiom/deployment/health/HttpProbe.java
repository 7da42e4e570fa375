package io.axiom.deployment.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Passes when the answer has the expected status; any 2xx when none is named. */
final class HttpProbe implements Probe {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final CheckSettings check;

    HttpProbe(CheckSettings check) {
        this.check = check;
    }

    @Override
    public Result attempt(Endpoint endpoint, Duration timeout) throws InterruptedException {
        String address = check.endpoint().startsWith("/")
                ? "http://" + endpoint.host() + ':' + endpoint.port() + check.endpoint()
                : check.endpoint();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(timeout)
                .header("User-Agent", "axiom-health-check")
                .method(check.method(), HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            int status =
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            Integer expected = check.expectedStatus();
            if (expected == null ? status / 100 == 2 : status == expected) {
                return Result.passed(check.method() + ' ' + check.endpoint() + " answered " + status);
            }
            return Result.failed(
                    "health.http-status",
                    check.method() + ' ' + address + " of " + endpoint.instanceId() + " answered " + status
                            + ", expected " + (expected == null ? "200 to 299" : expected) + '.',
                    "Look at the instance's output for what it is missing.");
        } catch (HttpTimeoutException e) {
            return Result.failed(
                    "health.timeout",
                    check.method() + ' ' + address + " of " + endpoint.instanceId() + " did not answer in "
                            + timeout.toMillis() + " ms.",
                    "Make the check's endpoint cheap, or give the check a longer timeout.");
        } catch (IOException e) {
            return Result.failed(
                    "health.unreachable",
                    check.method() + ' ' + address + " of " + endpoint.instanceId() + " got no answer ("
                            + e.getClass().getSimpleName() + ").",
                    "Let the program listen on the port in its PORT variable.");
        }
    }
}
