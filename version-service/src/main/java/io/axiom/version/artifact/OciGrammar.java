package io.axiom.version.artifact;

/** The parts of an {@link OciReference}, read character by character. */
final class OciGrammar {
    private static final int MOST_PORT_DIGITS = 5;

    private OciGrammar() {}

    /** {@code host[:port]}, where host is a name, an IPv4 address, or an IPv6 address in brackets. */
    static boolean isDomain(String domain) {
        int end = domain.startsWith("[") ? domain.indexOf(']') + 1 : domain.indexOf(':');
        String host = end <= 0 ? domain : domain.substring(0, end);
        String port = end <= 0 ? "" : domain.substring(end);
        boolean portFits = port.isEmpty()
                || (port.startsWith(":")
                        && port.length() > 1
                        && port.length() <= MOST_PORT_DIGITS + 1
                        && port.substring(1).chars().allMatch(OciGrammar::isDigit));
        return portFits && (host.startsWith("[") ? isIpv6(host) : isHostName(host));
    }

    private static boolean isIpv6(String host) {
        return host.endsWith("]")
                && host.length() > 2
                && host.substring(1, host.length() - 1)
                        .chars()
                        .allMatch(c -> c == ':' || Character.digit(c, 16) >= 0 && c < 128);
    }

    private static boolean isHostName(String host) {
        for (String label : host.split("\\.", -1)) {
            boolean fits = !label.isEmpty()
                    && !label.startsWith("-")
                    && !label.endsWith("-")
                    && label.chars().allMatch(c -> c == '-' || isDigit(c) || isLower(c) || isUpper(c));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Parts between slashes: runs of lower-case letters and digits, between them one dot, one or two underscores, or dashes. */
    static boolean isPath(String path) {
        for (String part : path.split("/", -1)) {
            if (!isPathPart(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPathPart(String part) {
        int at = 0;
        while (true) {
            int start = at;
            while (at < part.length() && (isLower(part.charAt(at)) || isDigit(part.charAt(at)))) {
                at++;
            }
            if (at == start) {
                return false;
            }
            if (at == part.length()) {
                return true;
            }
            int separator = separatorLength(part, at);
            if (separator == 0) {
                return false;
            }
            at += separator;
        }
    }

    private static int separatorLength(String part, int at) {
        if (part.startsWith("__", at)) {
            return 2;
        }
        if (part.charAt(at) == '_' || part.charAt(at) == '.') {
            return 1;
        }
        int end = at;
        while (end < part.length() && part.charAt(end) == '-') {
            end++;
        }
        return end - at;
    }

    static boolean isTag(String tag, int longest) {
        return !tag.isEmpty()
                && tag.length() <= longest
                && tag.charAt(0) != '.'
                && tag.charAt(0) != '-'
                && tag.chars()
                        .allMatch(c -> isLower(c) || isUpper(c) || isDigit(c) || c == '_' || c == '.' || c == '-');
    }

    static boolean isHex(String text, int digits) {
        return text.length() == digits && text.chars().allMatch(c -> isDigit(c) || (c >= 'a' && c <= 'f'));
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
