package io.axiom.runtime.web;

/**
 * Allows larger bodies at one path; declared as a bean. Where several cover a request, the longest path counts.
 *
 * @param path exactly as it is requested; or with {@code /**} at its end, for all below
 * @param bytes the largest body
 * @param next what to do with a larger one
 */
public record BodyLimit(String path, int bytes, String next) {
    static final String SEND_LESS = "Send less at once.";
    private static final String BELOW = "/**";

    public BodyLimit(String path, int bytes) {
        this(path, bytes, SEND_LESS);
    }

    boolean covers(String requested) {
        return path.endsWith(BELOW)
                ? requested.startsWith(path.substring(0, path.length() - BELOW.length() + 1))
                : requested.equals(path);
    }
}
