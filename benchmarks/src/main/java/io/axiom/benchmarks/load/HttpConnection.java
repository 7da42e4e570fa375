package io.axiom.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One keep-alive HTTP/1.1 connection with as little between the clock and the socket as can be. */
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final InetSocketAddress address;
    private final byte[] request;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private boolean used;

    HttpConnection(URI uri, String headers) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        this.address = new InetSocketAddress(uri.getHost(), port);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery();
        this.request = ("GET " + path + query + " HTTP/1.1\r\nHost: " + uri.getHost() + ':' + port + "\r\n" + headers
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An answer's status and the release that gave it, empty when it did not say. */
    record Answer(int status, String release) {}

    /**
     * Sends the request and reads the whole answer. A kept connection found closed before the first byte of an answer is
     * replaced once, as any HTTP client does (RFC 9112, 9.3.1).
     */
    Answer call() throws IOException {
        boolean reused = used;
        try {
            return exchange();
        } catch (ClosedWhileIdle e) {
            close();
            if (!reused) {
                throw e;
            }
            return exchange();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static final class ClosedWhileIdle extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private Answer exchange() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(TIMEOUT_MILLIS);
            open.connect(address, 5_000);
            socket = open;
            in = new BufferedInputStream(open.getInputStream(), 16 * 1024);
            used = false;
        }
        InputStream from = in;
        if (from == null) {
            throw new EOFException();
        }
        String status;
        try {
            open.getOutputStream().write(request);
            status = line(from);
        } catch (java.net.SocketException | EOFException e) {
            throw new ClosedWhileIdle();
        }
        used = true;
        return rest(from, status);
    }

    private Answer rest(InputStream from, String status) throws IOException {
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        String release = "";
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "x-axiom-release" -> release = value;
                default -> {}
            }
        }
        if (chunked) {
            long part;
            while ((part = Long.parseLong(line(from).strip(), 16)) > 0) {
                from.skipNBytes(part + 2);
            }
            line(from);
        } else {
            from.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return new Answer(Integer.parseInt(status.substring(9, 12)), release);
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        in = null;
        used = false;
        if (open != null) {
            open.close();
        }
    }
}
