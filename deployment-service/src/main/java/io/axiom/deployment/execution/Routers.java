package io.axiom.deployment.execution;

import io.axiom.deployment.traffic.RouterClient;
import io.axiom.deployment.traffic.RouterLink;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One link per router, however many rollouts it serves. */
final class Routers {
    private final @Nullable String token;
    private final Consumer<String> connected;
    private final Map<String, RouterLink> links = new HashMap<>();

    /** @param connected called with a router's admin URL when it may have forgotten its routes */
    Routers(@Nullable String token, Consumer<String> connected) {
        this.token = token;
        this.connected = connected;
    }

    synchronized RouterLink of(String adminUrl) {
        return links.computeIfAbsent(
                adminUrl, url -> new RouterLink(new RouterClient(url, token), () -> connected.accept(url)).start());
    }

    synchronized void close() {
        links.values().forEach(RouterLink::close);
        links.clear();
    }
}
