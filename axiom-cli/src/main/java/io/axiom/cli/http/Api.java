package io.axiom.cli.http;

import io.axiom.language.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The gateway's REST API. Each request that changes something carries an idempotency key, so it may be sent again; each
 * read waits until it can see what this process wrote before ({@code Axiom-Min-Position}).
 *
 * <p>Uses HttpURLConnection and not java.net.http: it starts several times faster, and starting is most of what a command
 * does.
 */
public final class Api {
    private static final int CONNECT_MILLIS = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final @Nullable String token;
    private final String command;
    private @Nullable String position;

    /** @param command how the user calls us, for the hint when nothing answers */
    public Api(String base, @Nullable String token, String command) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.token = token;
        this.command = command;
    }

    public String base() {
        return base;
    }

    public JsonNode get(Resource resource) {
        return request("GET", resource.toString(), null, UUID.randomUUID(), 60_000)
                .body();
    }

    public <T> T get(Resource resource, Class<T> type) {
        return as(get(resource), type);
    }

    /** Reads {@code node} as one of the published views. */
    public static <T> T as(JsonNode node, Class<T> type) {
        try {
            return Json.lenient().treeToValue(node, type);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.local(
                    "cli.answer-unreadable",
                    "The gateway's answer is not one this command understands.",
                    "Expected a " + type.getSimpleName() + ": " + e.getOriginalMessage(),
                    "The gateway and this command are of different versions; use those of one build."));
        }
    }

    public JsonNode post(Resource resource, Object body) {
        return write("POST", resource, body);
    }

    public JsonNode put(Resource resource, Object body) {
        return write("PUT", resource, body);
    }

    public JsonNode delete(Resource resource) {
        return write("DELETE", resource, null);
    }

    /** Sends a file as it is. */
    public JsonNode upload(Resource resource, byte[] content) {
        return send("POST", resource.toString(), "application/octet-stream", content, UUID.randomUUID(), 60_000)
                .body();
    }

    private JsonNode write(String method, Resource resource, @Nullable Object body) {
        Answer answer = request(method, resource.toString(), body, UUID.randomUUID(), 60_000);
        return answer.status() == 202
                        && answer.location() != null
                        && answer.location().contains("/api/commands/")
                ? outcome(answer.location())
                : answer.body();
    }

    /** Waits for a command that takes longer than the gateway waits. */
    private JsonNode outcome(String location) {
        String path = location.substring(location.indexOf("/api/commands/"));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Answer answer = request("GET", path, null, UUID.randomUUID(), 60_000);
            if (answer.status() != 202
                    && !answer.body().path("outcome").asString("").equals("pending")) {
                JsonNode refused = answer.body().get("rejection");
                if (refused != null) {
                    throw new ProblemException(Problem.local(
                            refused.path("code").asString(""),
                            refused.path("detail").asString(""),
                            "",
                            refused.path("next").asString("")));
                }
                position = answer.body().has("position")
                        ? answer.body().path("context").asString("")
                                + '='
                                + answer.body().get("position").asLong()
                        : position;
                return answer.body().has("result") ? answer.body().get("result") : answer.body();
            }
            pause();
        }
        throw new ProblemException(Problem.local(
                "cli.no-outcome-yet",
                "The command was taken but has no outcome after " + PATIENCE.toSeconds() + " s.",
                "It will still be carried out, once.",
                "Look again with: curl " + base + path));
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One request; anything but a success is thrown as a {@link ProblemException}. */
    public Answer request(String method, String path, @Nullable Object body, UUID key, int timeoutMillis) {
        byte[] json = body == null ? null : Json.mapper().writeValueAsBytes(body);
        return send(method, path, "application/json", json, key, timeoutMillis);
    }

    private Answer send(String method, String path, String type, byte @Nullable [] body, UUID key, int timeoutMillis) {
        try {
            HttpURLConnection connection = open(method, path, timeoutMillis);
            if (!method.equals("GET")) {
                connection.setRequestProperty("Idempotency-Key", key.toString());
            }
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", type);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = connection.getResponseCode();
            String text = text(status < 400 ? connection.getInputStream() : connection.getErrorStream());
            if (status >= 300) {
                throw new ProblemException(Problem.read(status, text, base + path));
            }
            String moved = connection.getHeaderField("Axiom-Position");
            position = moved == null || method.equals("GET") ? position : moved;
            return new Answer(status, parse(text, path), connection.getHeaderField("Location"));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Hands over each line of an answer of any length. */
    public void lines(Resource resource, Consumer<String> reader) {
        try {
            HttpURLConnection connection = open("GET", resource.toString(), 60_000);
            connection.setRequestProperty("Accept", "application/x-ndjson, application/problem+json");
            int status = connection.getResponseCode();
            if (status != 200) {
                String problem = status < 400 ? "" : text(connection.getErrorStream());
                throw new ProblemException(Problem.read(status, problem, base + resource));
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reader.accept(line);
                }
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** A connection with what every request carries. */
    HttpURLConnection open(String method, String path, int timeoutMillis) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(timeoutMillis);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("User-Agent", "axiom-cli");
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (position != null && method.equals("GET")) {
            connection.setRequestProperty("Axiom-Min-Position", position);
        }
        return connection;
    }

    private static String text(@Nullable InputStream in) throws IOException {
        if (in == null) {
            return "";
        }
        try (in) {
            return new String(in.readNBytes(Json.MAX_DOCUMENT), StandardCharsets.UTF_8);
        }
    }

    private JsonNode parse(String text, String path) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : Json.lenient().readTree(text);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.read(200, "", base + path));
        }
    }

    /** Says what it means that nothing answers. */
    ProblemException unreachable(IOException e) {
        boolean local = base.contains("//127.0.0.1") || base.contains("//localhost") || base.contains("//[::1]");
        if (e instanceof ConnectException || e instanceof UnknownHostException) {
            return new ProblemException(Problem.local(
                    "cli.unreachable",
                    local ? "Axiom is not running." : "Axiom cannot be reached.",
                    "Nothing answers at " + base + ".",
                    local ? "Start it with: " + command + " up" : "Check --url or AXIOM_URL."));
        }
        return new ProblemException(Problem.local(
                "cli.no-answer",
                "The gateway did not answer.",
                base + (e instanceof SocketTimeoutException ? " took too long." : ": " + e.getMessage()),
                "Whether it was done is in the audit log: " + command + " audit search"));
    }
}
