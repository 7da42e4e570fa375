package io.axiom.language;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a command on Kafka so that a token's secret never travels: HMAC-SHA256 (RFC 2104), keyed with SHA-256 of the
 * token, over {@code commandId \n type \n actor \n hex(SHA-256(payload))}. Services keep only SHA-256 of each token, which is
 * all they need to check it.
 */
public final class CommandSignature {
    private CommandSignature() {}

    /** The key a token stands for. */
    public static byte[] keyOf(String token) {
        return sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    public static String sign(byte[] key, String commandId, String type, String actor, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = commandId
                    + '\n'
                    + type
                    + '\n'
                    + actor
                    + '\n'
                    + HexFormat.of().formatHex(sha256(payload));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    public static boolean verify(
            byte[] key, String commandId, String type, String actor, byte[] payload, String signature) {
        byte[] expected = sign(key, commandId, type, actor, payload).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
