package io.axiom.gateway.proxy;

import io.axiom.language.Contexts;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where each service is: {@code axiom.service-url.<context>}. */
@Component
public final class ServiceAddresses {
    private static final Map<String, Integer> PORTS = Map.of(
            Contexts.VERSION,
            3001,
            Contexts.DEPLOYMENT,
            3002,
            Contexts.MIGRATION,
            3003,
            Contexts.HOTUPDATE,
            3004,
            Contexts.TENANT,
            3005);

    private final Map<String, String> urls = new TreeMap<>();

    ServiceAddresses(Environment environment) {
        for (String context : Contexts.ALL) {
            String url = environment.getProperty("axiom.service-url." + context);
            if (url != null) {
                urls.put(context, url.replaceAll("/+$", ""));
            }
        }
        urls.putIfAbsent(Contexts.VERSION, "http://127.0.0.1:" + PORTS.get(Contexts.VERSION));
        urls.putIfAbsent(Contexts.DEPLOYMENT, "http://127.0.0.1:" + PORTS.get(Contexts.DEPLOYMENT));
    }

    /** By context; only services that are part of this installation. */
    public Map<String, String> all() {
        return Map.copyOf(urls);
    }

    public @Nullable String find(String context) {
        return urls.get(context);
    }
}
