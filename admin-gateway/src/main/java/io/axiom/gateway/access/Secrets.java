package io.axiom.gateway.access;

import io.axiom.language.CommandSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens: {@code axm_} and 256 bits. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new random token. */
    public static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /**
     * The token for a request with an idempotency key: the same each time, so that asking again gives the same answer
     * although only its digest is stored. HMAC-SHA256 (RFC 2104) under a secret nobody outside has.
     */
    static String token(String secret, String commandId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(CommandSignature.keyOf(secret), "HmacSHA256"));
            return text(mac.doFinal(("issue-token\n" + commandId).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** What is stored of a token. */
    public static String digest(String token) {
        return HexFormat.of().formatHex(CommandSignature.keyOf(token));
    }

    private static String text(byte[] bytes) {
        return "axm_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
