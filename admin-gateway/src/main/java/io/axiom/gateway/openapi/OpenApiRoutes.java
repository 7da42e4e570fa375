package io.axiom.gateway.openapi;

import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.RouteTable;
import io.axiom.gateway.route.Routes;
import io.axiom.language.json.Json;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code GET /openapi.json}. */
@Component
final class OpenApiRoutes implements Routes {
    private final ObjectProvider<RouteTable> table;

    OpenApiRoutes(ObjectProvider<RouteTable> table) {
        this.table = table;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/openapi.json", "description", "This interface as an OpenAPI 3.1 document.")
                .role(null)
                .answers(200, Object.class, "The document.")
                .by(_ -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Json.mapper().writeValueAsBytes(OpenApi.document(table.getObject())))));
    }
}
