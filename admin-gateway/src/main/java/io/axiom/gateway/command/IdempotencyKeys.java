package io.axiom.gateway.command;

import io.axiom.gateway.route.Call;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives each request its command id. An {@code Idempotency-Key} is the command id, and stays tied to the first request that
 * used it: the same request again is the same command, another request with it is refused. Kept across restarts.
 */
@Component
public class IdempotencyKeys {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                CREATE TABLE IF NOT EXISTS command_sent (
                    command_id text PRIMARY KEY,
                    context text NOT NULL,
                    digest bytea,
                    at timestamptz NOT NULL DEFAULT now())
                """).update();
    }

    /** Once it returns, the key is stored. */
    public String commandId(Call call, String context) {
        Optional<String> key = call.header("Idempotency-Key");
        if (key.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        if (!KEY.matcher(key.get()).matches()) {
            throw new RejectedException(new Rejection(
                    "idempotency.key-invalid",
                    Rejection.Kind.INVALID,
                    "The Idempotency-Key is not one.",
                    "Use 1 to 100 letters, digits, '.', '_', ':' and '-', for example a UUID."));
        }
        byte[] digest = digest(call);
        if (!store(key.get(), context, digest)) {
            byte[] first = jdbc.sql("SELECT digest FROM command_sent WHERE command_id = ?")
                    .param(key.get())
                    .query((rows, _) -> rows.getBytes(1))
                    .single();
            if (!Arrays.equals(first, digest)) {
                throw new RejectedException(new Rejection(
                        "idempotency.key-reused",
                        Rejection.Kind.UNPROCESSABLE,
                        "This Idempotency-Key was used before for another request.",
                        "Use a new key for a new request; repeat a request with exactly its first body."));
            }
        }
        return key.get();
    }

    /** Remembers which service a command went to, for those who ask for its outcome later. */
    void remember(String commandId, String context) {
        store(commandId, context, null);
    }

    Optional<String> contextOf(String commandId) {
        return jdbc.sql("SELECT context FROM command_sent WHERE command_id = ?")
                .param(commandId)
                .query(String.class)
                .optional();
    }

    private boolean store(String commandId, String context, byte @org.jspecify.annotations.Nullable [] digest) {
        return jdbc.sql(
                                "INSERT INTO command_sent (command_id, context, digest) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(Arrays.asList(commandId, context, digest))
                        .update()
                == 1;
    }

    /** What makes a request the same one: who, where to, and the exact body. */
    private static byte[] digest(Call call) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String line = call.endpoint().method() + "\n" + call.request().path() + '\n'
                    + call.actor().name() + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return digest.digest(call.bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
