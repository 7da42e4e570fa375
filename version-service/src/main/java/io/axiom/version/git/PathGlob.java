package io.axiom.version.git;

import java.util.List;

/**
 * A pattern of paths in a repository: {@code *} and {@code ?} within a name, {@code **} for any folders. It takes in what lies
 * below a folder it matches. Without a slash, a pattern with {@code *} or {@code ?} matches at every depth, as in
 * {@code .gitignore}. Time is at most the pattern's length times the path's.
 */
record PathGlob(List<String> segments) {
    private static final String ANY = "**";

    static PathGlob parse(String pattern) {
        String plain = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        List<String> segments = List.of(plain.split("/")).stream()
                .filter(part -> !part.isEmpty())
                .toList();
        boolean anyDepth = segments.size() == 1
                && !pattern.startsWith("/")
                && segments.getFirst().chars().anyMatch(c -> c == '*' || c == '?');
        return new PathGlob(anyDepth ? List.of(ANY, segments.getFirst()) : segments);
    }

    /** Whether it matches the path, or a folder the path is in. */
    boolean matches(List<String> path) {
        int at = 0;
        int in = 0;
        int star = -1;
        int mark = 0;
        while (at < segments.size()) {
            if (segments.get(at).equals(ANY)) {
                star = at++;
                mark = in;
            } else if (in < path.size() && nameMatches(segments.get(at), path.get(in))) {
                at++;
                in++;
            } else if (star >= 0 && mark < path.size()) {
                at = star + 1;
                in = ++mark;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether a path below this folder might match. */
    boolean mayMatchBelow(List<String> folder) {
        for (int i = 0; i < folder.size() && i < segments.size(); i++) {
            if (segments.get(i).equals(ANY)) {
                return true;
            }
            if (!nameMatches(segments.get(i), folder.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean nameMatches(String pattern, String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int mark = 0;
        while (in < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                mark = in;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++mark;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
