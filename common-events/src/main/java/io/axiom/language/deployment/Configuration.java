package io.axiom.language.deployment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings that travel with a release, addressed by their content. A value {@code secret:env:NAME} or
 * {@code secret:file:/path} is a reference; the secret is read when an instance starts and is stored nowhere.
 *
 * @param digest SHA-256, lower-case hex, over the sorted {@code key=value} lines (each part length-prefixed)
 */
public record Configuration(String digest, Map<String, String> values) {
    public static final Configuration EMPTY = of(Map.of());

    public Configuration {
        values = Map.copyOf(values);
    }

    public static Configuration of(Map<String, String> values) {
        return new Configuration(Digests.sha256(new TreeMap<>(values)), values);
    }

    /** Content addresses. */
    static final class Digests {
        private Digests() {}

        static String sha256(Object sorted) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(lengthPrefixed(sorted).getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        private static String lengthPrefixed(Object value) {
            StringBuilder text = new StringBuilder();
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, entry) -> text.append(lengthPrefixed(key))
                        .append('=')
                        .append(lengthPrefixed(entry))
                        .append('\n'));
            } else if (value instanceof Iterable<?> items) {
                items.forEach(item -> text.append(lengthPrefixed(item)).append('\n'));
            } else {
                String plain = String.valueOf(value);
                text.append(plain.length()).append(':').append(plain);
            }
            return text.toString();
        }
    }
}
