package io.axiom.router.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request's head says of its own framing. Anything two readers could understand differently is refused, which is what
 * request smuggling lives on.
 *
 * @param length of the body in bytes, -1 when it comes in chunks
 * @param last whether the client will close the connection after the answer
 * @param webSocket whether the client asks to go on with WebSocket
 */
record RequestHead(long length, boolean last, boolean webSocket) {
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "expect",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-prefix");
    private static final Set<String> OURS_BUT_FORWARDED =
            Set.of("host", "content-length", "expect", "x-forwarded-prefix");

    boolean hasBody() {
        return length != 0;
    }

    /** Returns null when the head is not to be trusted. */
    static @Nullable RequestHead of(HttpServerRequest request) {
        MultiMap headers = request.headers();
        List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
        List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean http11 = request.version() == HttpVersion.HTTP_1_1;
        if (!http11 && request.version() != HttpVersion.HTTP_1_0
                || headers.getAll(HttpHeaders.HOST).size()
                        != (http11 ? 1 : headers.getAll(HttpHeaders.HOST).size())
                || http11 && request.authority() == null
                || request.method().equals(HttpMethod.CONNECT)
                || request.method().equals(HttpMethod.TRACE)) {
            return null;
        }
        long length;
        if (!encodings.isEmpty()) {
            if (!http11
                    || !lengths.isEmpty()
                    || encodings.size() > 1
                    || !encodings.getFirst().strip().equalsIgnoreCase("chunked")) {
                return null;
            }
            length = -1;
        } else {
            length = lengths.isEmpty() ? 0 : digits(lengths);
            if (length < 0) {
                return null;
            }
        }
        boolean webSocket = http11
                && length == 0
                && request.method().equals(HttpMethod.GET)
                && "websocket".equalsIgnoreCase(headers.get(HttpHeaders.UPGRADE))
                && HopByHop.hasOption(headers, "upgrade");
        return new RequestHead(length, !http11 || HopByHop.hasOption(headers, "close"), webSocket);
    }

    private static long digits(List<String> lengths) {
        String value = lengths.getFirst().strip();
        if (lengths.size() > 1
                || value.isEmpty()
                || value.length() > 18
                || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(value);
    }

    /** Fills the head of the request to the release. */
    void forward(HttpServerRequest request, RequestTarget target, boolean trustForwarded, MultiMap to) {
        MultiMap from = request.headers();
        HopByHop.copy(from, to, trustForwarded ? OURS_BUT_FORWARDED : OURS);
        String host = from.get(HttpHeaders.HOST);
        if (host != null) {
            to.set(HttpHeaders.HOST, host);
        }
        String peer = request.remoteAddress().hostAddress();
        String before = trustForwarded ? to.get("x-forwarded-for") : null;
        to.set("x-forwarded-for", before == null ? peer : before + ", " + peer);
        if (host != null && !to.contains("x-forwarded-host")) {
            to.set("x-forwarded-host", host);
        }
        if (!to.contains("x-forwarded-proto")) {
            to.set("x-forwarded-proto", "http");
        }
        if (!target.prefix().isEmpty()) {
            to.set("x-forwarded-prefix", target.prefix());
        }
        if (length > 0 || length == 0 && from.contains(HttpHeaders.CONTENT_LENGTH)) {
            to.set(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        }
        if (webSocket) {
            to.set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE);
            to.set(HttpHeaders.UPGRADE, "websocket");
        }
    }
}
