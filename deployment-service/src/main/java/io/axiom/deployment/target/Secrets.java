package io.axiom.deployment.target;

import io.axiom.runtime.secret.SecretReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what configuration refers to: {@code secret:env:NAME} or {@code secret:file:/path}. Values go into the child's
 * environment and nowhere else; messages name the configuration's key only.
 */
final class Secrets {
    private static final String PREFIX = "secret:";

    private final SecretReferences references;

    Secrets(Map<String, String> environment) {
        this.references = new SecretReferences(environment);
    }

    /** The configuration with every reference replaced. */
    Map<String, String> resolve(Map<String, String> configuration) throws InstanceFailure {
        Map<String, String> resolved = new TreeMap<>();
        for (Map.Entry<String, String> entry : configuration.entrySet()) {
            String value = entry.getValue();
            String secret = value.startsWith(PREFIX) ? read(value) : value;
            if (secret == null) {
                throw new InstanceFailure(
                        "configuration.secret-missing",
                        "The secret that configuration key " + entry.getKey() + " refers to cannot be read.",
                        "Provide the environment variable or file it names to deployment-service, then retry.");
            }
            resolved.put(entry.getKey(), secret);
        }
        return resolved;
    }

    /** Removes secrets a process may have printed. */
    String redact(String text, Map<String, String> configuration) {
        String clean = text;
        for (String value : values(configuration)) {
            for (String line : value.split("\n", -1)) {
                if (line.strip().length() >= 4) {
                    clean = clean.replace(line.strip(), "***");
                }
            }
        }
        return clean;
    }

    private List<String> values(Map<String, String> configuration) {
        List<String> values = new ArrayList<>();
        for (String value : configuration.values()) {
            String secret = value.startsWith(PREFIX) ? read(value) : null;
            if (secret != null) {
                values.add(secret);
            }
        }
        return values;
    }

    private @Nullable String read(String reference) {
        return references.read(reference.substring(PREFIX.length())).orElse(null);
    }
}
