package io.axiom.gateway.route;

import io.axiom.language.Actor;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Role;
import io.axiom.language.json.Json;
import io.axiom.runtime.web.AuthenticationFilter;
import io.axiom.runtime.web.Problem;
import io.axiom.runtime.web.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** Serves the table of routes: access, parameters and errors are the same for all of them. */
@Configuration(proxyBeanMethods = false)
class Routing {

    @Bean
    RouteTable routeTable(List<Routes> routes) {
        return new RouteTable(
                routes.stream().flatMap(each -> each.endpoints().stream()).toList());
    }

    @Bean
    RouterFunction<ServerResponse> gatewayRoutes(RouteTable table) {
        RouterFunctions.Builder router = RouterFunctions.route();
        Map<String, Set<HttpMethod>> methods = new LinkedHashMap<>();
        for (Endpoint endpoint : table.endpoints()) {
            methods.computeIfAbsent(endpoint.path(), _ -> new LinkedHashSet<>()).add(endpoint.method());
            Endpoint.Handler handler = endpoint.handler();
            if (handler != null) {
                router.route(
                        RequestPredicates.method(endpoint.method()).and(RequestPredicates.path(endpoint.path())),
                        request -> serve(endpoint, handler, request));
            }
        }
        // A path of ours with another method. Paths with a part served by service-runtime get their 405 there.
        methods.forEach((path, allowed) -> {
            if (table.endpoints().stream().noneMatch(each -> each.path().equals(path) && each.handler() == null)) {
                router.route(RequestPredicates.path(path), request -> wrongMethod(request, allowed));
            }
        });
        return router.build();
    }

    private static ServerResponse serve(Endpoint endpoint, Endpoint.Handler handler, ServerRequest request) {
        try {
            Call call = new Call(endpoint, request, allowed(endpoint, request));
            checkParameters(endpoint, request);
            checkMediaType(endpoint, request);
            return handler.handle(call);
        } catch (Exception e) {
            return problem(Problems.of(e));
        }
    }

    private static Actor allowed(Endpoint endpoint, ServerRequest request) {
        Role least = endpoint.role();
        if (least == null) {
            return new Actor("anyone", Role.VIEWER);
        }
        Actor actor = (Actor) request.attribute(AuthenticationFilter.ACTOR)
                .orElseThrow(() -> new IllegalStateException(endpoint.path() + " is not behind authentication"));
        if (!actor.role().includes(least)) {
            throw new RejectedException(new Rejection(
                    "access.role-missing",
                    Rejection.Kind.FORBIDDEN,
                    "This needs the role " + word(least) + "; " + actor.name() + " has the role " + word(actor.role())
                            + '.',
                    "Use a token with the role " + word(least) + ", or ask someone who has one.",
                    Map.of("required", word(least), "actual", word(actor.role()))));
        }
        return actor;
    }

    private static void checkParameters(Endpoint endpoint, ServerRequest request) {
        Set<String> known = endpoint.parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(Endpoint.Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : queryNames(request)) {
            if (!known.contains(name)) {
                throw new RejectedException(new Rejection(
                        "request.parameter-unknown",
                        Rejection.Kind.INVALID,
                        "There is no parameter \"" + io.axiom.language.Texts.shorten(name, 60) + "\" here.",
                        known.isEmpty() ? "Leave it out." : "Known are " + String.join(", ", known) + '.'));
            }
        }
        for (Endpoint.Parameter parameter : endpoint.parameters()) {
            if (parameter.required()
                    && request.param(parameter.name())
                            .filter(text -> !text.isBlank())
                            .isEmpty()) {
                throw new RejectedException(new Rejection(
                        "request.parameter-missing",
                        Rejection.Kind.INVALID,
                        "The parameter \"" + parameter.name() + "\" is missing.",
                        "Give it: " + parameter.description()));
            }
        }
    }

    /** From the query string only: reading parameters of a form would eat the body. */
    private static Set<String> queryNames(ServerRequest request) {
        return UriComponentsBuilder.fromUri(request.uri())
                .build()
                .getQueryParams()
                .keySet();
    }

    /** Also what keeps a web page's form from sending commands: only JSON is read, and what no form can send. */
    private static void checkMediaType(Endpoint endpoint, ServerRequest request) {
        boolean body = request.headers().contentLength().orElse(0) > 0
                || request.headers().firstHeader("Transfer-Encoding") != null;
        MediaType type = request.headers().contentType().orElse(null);
        MediaType wanted = MediaType.valueOf(endpoint.content().mediaType());
        if (body && (type == null || !wanted.isCompatibleWith(type))) {
            throw new UnsupportedBodyException(String.valueOf(type), wanted);
        }
    }

    private static ServerResponse wrongMethod(ServerRequest request, Set<HttpMethod> allowed) {
        String methods = allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        Problem problem = Problem.of(
                405,
                "request.method-not-allowed",
                "Not allowed here",
                request.method() + " is not answered at this path.",
                "Use " + methods + '.');
        return ServerResponse.status(405)
                .header("Allow", methods)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Json.mapper().writeValueAsBytes(problem));
    }

    private static ServerResponse problem(Problem problem) {
        ServerResponse.BodyBuilder response =
                ServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 503) {
            response.header("Retry-After", "1");
        }
        return response.body(Json.mapper().writeValueAsBytes(problem));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
