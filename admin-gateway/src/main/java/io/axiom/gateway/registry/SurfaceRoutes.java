package io.axiom.gateway.registry;

import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.Role;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceComparisonRequest;
import io.axiom.language.version.surface.SurfaceUpload;
import io.axiom.runtime.web.BodyLimit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code /api/versioning/surfaces}: contents too large for a command, and comparing two of them. */
@Configuration(proxyBeanMethods = false)
class SurfaceRoutes {
    private static final String SURFACES = "/api/versioning/surfaces";
    private static final String COMPARE = SURFACES + "/compare";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LARGEST_SURFACE = 20 * MEBIBYTE;
    private static final int LARGEST_COMPARISON = 56 * MEBIBYTE;
    private static final String FILE = "application/octet-stream";

    @Bean
    Routes surfaces(Forwarding forwarding) {
        return () -> List.of(
                Endpoint.ask(SURFACES, VersionRoutes.TAG, "Keep a surface's content, to be referred to by its digest.")
                        .role(Role.OPERATOR)
                        .body(Object.class)
                        .content(FILE, LARGEST_SURFACE)
                        .answers(201, SurfaceUpload.class, "Kept.")
                        .by(call -> forwarding.forwardBody(Contexts.VERSION, call)),
                Endpoint.get(SURFACES + "/{digest}", VersionRoutes.TAG, "A surface's content.")
                        .answers(200, FILE, Object.class, "The file.")
                        .by(call -> forwarding.forward(Contexts.VERSION, call)),
                Endpoint.ask(COMPARE, VersionRoutes.TAG, "How two surfaces of one kind differ, and what that means.")
                        .body(SurfaceComparisonRequest.class)
                        .content("application/json", LARGEST_COMPARISON)
                        .answers(200, SurfaceComparison.class, "The differences, the gravest first.")
                        .by(call -> forwarding.forwardBody(Contexts.VERSION, call)));
    }

    @Bean
    BodyLimit surfaceUploads() {
        return new BodyLimit(SURFACES, LARGEST_SURFACE);
    }

    @Bean
    BodyLimit surfaceComparisons() {
        return new BodyLimit(COMPARE, LARGEST_COMPARISON);
    }
}
