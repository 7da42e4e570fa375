package io.axiom.router.proxy;

import io.axiom.language.Names;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for.
 *
 * @param prefix what was cut off the path, empty when the host named the route
 * @param uri path and query for the release, starting with a slash
 */
record RequestTarget(String environment, String component, String prefix, String uri) {

    /**
     * The route a host names: {@code <component>.<environment>.…}, any port. Null when it has no such form.
     *
     * @param uri already found {@link #isClean clean}
     */
    static @Nullable RequestTarget ofHost(String host, String uri) {
        int first = host.indexOf('.');
        if (first <= 0) {
            return null;
        }
        int second = host.indexOf('.', first + 1);
        String component = host.substring(0, first).toLowerCase(java.util.Locale.ROOT);
        String environment =
                host.substring(first + 1, second < 0 ? host.length() : second).toLowerCase(java.util.Locale.ROOT);
        return Names.isValid(component) && Names.isValid(environment)
                ? new RequestTarget(environment, component, "", uri)
                : null;
    }

    /** The route a path names: {@code /<environment>/<component>/…}. Null when it has no such form. */
    static @Nullable RequestTarget ofPath(String uri) {
        int query = uri.indexOf('?');
        int end = query < 0 ? uri.length() : query;
        int first = uri.indexOf('/', 1);
        if (first <= 1 || first >= end) {
            return null;
        }
        int second = uri.indexOf('/', first + 1);
        int prefixEnd = second < 0 || second > end ? end : second;
        String environment = uri.substring(1, first);
        String component = uri.substring(first + 1, prefixEnd);
        if (!Names.isValid(environment) || !Names.isValid(component)) {
            return null;
        }
        String rest = uri.substring(prefixEnd);
        return new RequestTarget(
                environment, component, uri.substring(0, prefixEnd), rest.startsWith("/") ? rest : '/' + rest);
    }

    /**
     * Path and query of a request line, which may be in absolute form; null when it is neither or could mean one thing here and
     * another behind us: dot segments in any spelling, broken escapes, control characters, backslashes, fragments.
     */
    static @Nullable String clean(String requestUri) {
        String uri = requestUri;
        if (uri.regionMatches(true, 0, "http://", 0, 7)) {
            int path = uri.indexOf('/', 7);
            uri = path < 0 ? "/" : uri.substring(path);
        }
        return isClean(uri) ? uri : null;
    }

    private static boolean isClean(String uri) {
        if (uri.isEmpty() || uri.charAt(0) != '/') {
            return false;
        }
        int query = uri.indexOf('?');
        int end = query < 0 ? uri.length() : query;
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '#' || (c == '\\' && i < end)) {
                return false;
            }
        }
        String path = uri.substring(0, end);
        return path.indexOf('%') < 0 && path.indexOf("/.") < 0 || hasCleanSegments(path);
    }

    private static boolean hasCleanSegments(String path) {
        StringBuilder decoded = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                if (i + 2 >= path.length()) {
                    return false;
                }
                int high = Character.digit(path.charAt(i + 1), 16);
                int low = Character.digit(path.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    return false;
                }
                c = (char) (high * 16 + low);
                if (c < ' ' || c == 0x7f) {
                    return false;
                }
                i += 2;
            }
            decoded.append(c == '\\' ? '/' : c);
        }
        for (String segment : decoded.toString().split("/", -1)) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals(".") || name.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
