package io.axiom.gateway.route;

import java.util.Comparator;
import java.util.List;

/** Every route of the gateway, those of service-runtime included. */
public record RouteTable(List<Endpoint> endpoints) {
    public RouteTable {
        // A literal segment goes before a variable one: /api/audit/export before /api/audit/{position}.
        endpoints = endpoints.stream()
                .sorted(Comparator.comparing(
                                (Endpoint endpoint) -> endpoint.path().replace('{', '~'))
                        .thenComparing(endpoint -> endpoint.method().name()))
                .toList();
    }
}
