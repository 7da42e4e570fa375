package io.axiom.cli.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events (WHATWG HTML, section 9.2) of one resource. A connection that breaks is opened again with
 * {@code Last-Event-ID}, so nothing is missed.
 */
public final class EventStream {
    /** @param id position, empty when the server gave none */
    public record Message(String id, String event, String data) {}

    private static final int QUIET_MILLIS = 30_000;
    private static final int ATTEMPTS = 30;

    private final Api api;
    private final String path;
    private String lastId;

    public EventStream(Api api, Resource resource, String lastId) {
        this.api = api;
        this.path = resource.toString();
        this.lastId = lastId;
    }

    /** Hands over each message until {@code more} says no or the server ends the stream; false when the server did. */
    public boolean follow(Predicate<Message> more) {
        int failures = 0;
        while (true) {
            String before = lastId;
            try {
                Boolean ended = once(more);
                if (ended != null) {
                    return ended;
                }
                failures = lastId.equals(before) ? failures + 1 : 0;
            } catch (IOException e) {
                failures = lastId.equals(before) ? failures + 1 : 1;
                if (failures > ATTEMPTS) {
                    throw api.unreachable(e);
                }
            }
            if (failures > ATTEMPTS) {
                return false;
            }
            pause(failures);
        }
    }

    /** True when the reader has seen enough, false at an orderly end, null when it should be opened again. */
    private @Nullable Boolean once(Predicate<Message> more) throws IOException {
        HttpURLConnection connection = api.open("GET", path, QUIET_MILLIS);
        connection.setRequestProperty("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            connection.setRequestProperty("Last-Event-ID", lastId);
        }
        int status = connection.getResponseCode();
        if (status == 204) {
            return false;
        }
        if (status != 200) {
            String body = connection.getErrorStream() == null
                    ? ""
                    : new String(connection.getErrorStream().readNBytes(65_536), StandardCharsets.UTF_8);
            if (status >= 500) {
                throw new IOException("HTTP status " + status);
            }
            throw new ProblemException(Problem.read(status, body, api.base() + path));
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return read(lines, more);
        } finally {
            connection.disconnect();
        }
    }

    private @Nullable Boolean read(BufferedReader lines, Predicate<Message> more) throws IOException {
        StringBuilder data = new StringBuilder();
        String id = lastId;
        String event = "message";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    lastId = id;
                    if (!more.test(new Message(id, event, data.toString()))) {
                        return true;
                    }
                }
                data.setLength(0);
                event = "message";
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(value(line, 5));
            } else if (line.startsWith("id:")) {
                id = value(line, 3);
            } else if (line.startsWith("event:")) {
                event = value(line, 6);
            }
        }
        return null;
    }

    private static String value(String line, int from) {
        return line.startsWith(" ", from) ? line.substring(from + 1) : line.substring(from);
    }

    private static void pause(int failures) {
        try {
            Thread.sleep(Math.min(1_000, 100L * failures));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
