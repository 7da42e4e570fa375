package io.axiom.gateway.status;

import io.axiom.language.status.PlatformStatus.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the built-in router answers. */
@Component
final class RouterHealth implements DisposableBean {
    private final String adminUrl;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build();

    RouterHealth(@Value("${axiom.router.admin-url:http://127.0.0.1:8081}") String adminUrl) {
        this.adminUrl = adminUrl.replaceAll("/+$", "");
    }

    Part part() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(adminUrl + "/health"))
                    .timeout(Duration.ofSeconds(1))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return part(status == 200, status == 200 ? null : "it answered " + status);
        } catch (IOException e) {
            return part(false, "nothing answers at " + adminUrl);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return part(false, "it was not waited for");
        }
    }

    private Part part(boolean up, @Nullable String detail) {
        return new Part("router", adminUrl, up ? "up" : "down", null, null, null, detail);
    }

    @Override
    public void destroy() {
        http.shutdownNow();
    }
}
