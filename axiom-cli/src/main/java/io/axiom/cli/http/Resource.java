package io.axiom.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A path with a query, each part encoded. */
public final class Resource {
    private final StringBuilder text;
    private boolean query;

    private Resource(String text) {
        this.text = new StringBuilder(text);
    }

    /** {@code Resource.of("api", "components", name)} is {@code /api/components/<name>}. */
    public static Resource of(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(encode(segment));
        }
        return new Resource(path.toString());
    }

    /** A path with its query as the gateway or this class wrote it. */
    static Resource raw(String text) {
        Resource resource = new Resource(text);
        resource.query = text.indexOf('?') >= 0;
        return resource;
    }

    /** Adds a query parameter; null and blank are left out. */
    public Resource with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            text.append(query ? '&' : '?').append(name).append('=').append(encode(value.toString()));
            query = true;
        }
        return this;
    }

    private static String encode(String part) {
        String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        // "." and ".." would be taken for relative segments on the way.
        return encoded.matches("\\.{1,2}") ? encoded.replace(".", "%2E") : encoded;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
