package io.axiom.router.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Copies headers without those that speak of one connection only (RFC 9110, section 7.6.1). */
final class HopByHop {
    private static final Set<String> NAMES = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private HopByHop() {}

    /** @param without further names to leave out, in lower case */
    static void copy(MultiMap from, MultiMap to, Set<String> without) {
        Set<String> named = named(from);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!NAMES.contains(name) && !without.contains(name) && !named.contains(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    /** Whether the connection header names this option. */
    static boolean hasOption(MultiMap headers, String option) {
        return named(headers).contains(option);
    }

    private static Set<String> named(MultiMap headers) {
        List<String> values = headers.getAll(HttpHeaders.CONNECTION);
        if (values.isEmpty()) {
            return Set.of();
        }
        if (values.size() == 1 && values.getFirst().equalsIgnoreCase("keep-alive")) {
            return Set.of("keep-alive");
        }
        Set<String> names = new HashSet<>();
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        // These frame the message or say who it is for; nobody may have us drop them.
        names.removeAll(Set.of("host", "content-length", "content-type"));
        return names;
    }
}
