package io.axiom.language;

import java.util.regex.Pattern;

/** Names of components and environments: DNS labels (RFC 1123), so they fit into host names, paths and ids. */
public final class Names {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private Names() {}

    public static boolean isValid(String name) {
        return LABEL.matcher(name).matches();
    }

    /** Returns {@code name}, or refuses it by name of the {@code field}. */
    public static String require(String field, String name) {
        if (!isValid(name)) {
            throw new RejectedException(new Rejection(
                    "request.name-invalid",
                    Rejection.Kind.INVALID,
                    "The " + field + " \"" + Texts.shorten(name, 80) + "\" is not a valid name.",
                    "Use 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit."));
        }
        return name;
    }
}
