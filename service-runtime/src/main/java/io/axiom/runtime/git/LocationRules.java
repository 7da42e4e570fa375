package io.axiom.runtime.git;

import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** What a location may not contain, whatever form it has. */
final class LocationRules {
    private static final int LONGEST = 2_048;

    private LocationRules() {}

    static void checkText(String text) {
        if (text.isBlank()) {
            throw GitRefusals.location("It is empty");
        }
        if (text.length() > LONGEST) {
            throw GitRefusals.location("It has more than " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c) && c != ' ')) {
            throw GitRefusals.location("It contains a control character");
        }
    }

    static void checkUrl(URIish url, String scheme) {
        if (url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/")) {
            throw GitRefusals.location("The URL has no path");
        }
        boolean isFile = scheme.equals("file");
        if (isFile ? url.getHost() != null && !url.getHost().isEmpty() : isBlank(url.getHost())) {
            throw GitRefusals.location(isFile ? "A file URL with a host cannot be read" : "The URL has no host");
        }
        // Read as an option by ssh, were one ever started: CVE-2017-1000117.
        if (startsWithDash(url.getHost())
                || startsWithDash(url.getUser())
                || url.getPath().startsWith("-")) {
            throw GitRefusals.location("A part of the URL starts with a dash");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean startsWithDash(@Nullable String text) {
        return text != null && text.startsWith("-");
    }
}
