package io.axiom.language.routing;

import java.util.List;
import java.util.Map;

/**
 * Where one component's traffic in one environment goes. Requests reach it by path {@code /<environment>/<component>/…}
 * (the prefix is stripped) or by host {@code <component>.<environment>.…}.
 *
 * @param revision the log position that decided it; a router ignores a route older than the one it has
 * @param releases what can be reached, by release id
 * @param weights share per release id; only their ratio counts; releases not named get nothing
 */
public record Route(
        String environment,
        String component,
        long revision,
        Map<String, List<Endpoint>> releases,
        Map<String, Integer> weights,
        List<HeaderMatch> matches) {

    /** One instance's address. */
    public record Endpoint(String instanceId, String host, int port) {}

    public Route {
        releases = Map.copyOf(releases);
        weights = Map.copyOf(weights);
        matches = List.copyOf(matches);
    }

    /** The key of a route: {@code environment/component}. */
    public String key() {
        return environment + '/' + component;
    }
}
