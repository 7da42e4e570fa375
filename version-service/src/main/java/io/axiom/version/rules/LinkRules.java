package io.axiom.version.rules;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Which links are kept: such that a page may show. */
public final class LinkRules {
    private static final int LONGEST = 2_000;

    private LinkRules() {}

    public static @Nullable String optional(String field, @Nullable String link) {
        if (link == null || link.isBlank()) {
            return null;
        }
        Invalid.require(
                isWeb(link.strip()),
                "request.link-invalid",
                field,
                "This is no link of at most " + LONGEST + " characters.",
                "Use an absolute http or https address without credentials.");
        return link.strip();
    }

    private static boolean isWeb(String link) {
        try {
            URI uri = new URI(link);
            return link.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
