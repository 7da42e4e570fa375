package io.axiom.gateway.status;

import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.json.Json;
import io.axiom.language.status.PlatformStatus;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code GET /api/status}, under the name the source document has for it too. */
@Component
final class StatusRoutes implements Routes {
    private final PlatformInspection inspection;

    StatusRoutes(PlatformInspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public List<Endpoint> endpoints() {
        return Stream.of("/api/status", "/api/versioning/status")
                .map(path -> Endpoint.get(path, "status", "The platform: services, positions, counts, what runs where.")
                        .answers(200, PlatformStatus.class, "The status; a part that is down is said to be.")
                        .by(_ -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Json.mapper().writeValueAsBytes(inspection.inspect()))))
                .toList();
    }
}
