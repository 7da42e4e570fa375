package io.axiom.deployment.rollout;

import io.axiom.language.deployment.Configuration;
import java.util.Map;
import java.util.regex.Pattern;

/** Limits on a release's configuration. Values are never repeated in a refusal: one may be a secret put there by mistake. */
final class ConfigurationRules {
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");
    private static final int MAX_ENTRIES = 500;
    private static final int MAX_VALUE = 32 * 1024;
    private static final int MAX_TOTAL = 256 * 1024;

    private ConfigurationRules() {}

    static Configuration checked(Map<String, String> values) {
        Validation.size("configuration", values.keySet(), MAX_ENTRIES);
        int total = 0;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            if (!KEY.matcher(entry.getKey()).matches()) {
                throw Validation.invalid(
                        "configuration",
                        "The key " + Validation.shown(entry.getKey()) + " cannot be used.",
                        "Use letters, digits, underscore, dot and hyphen, at most 128, not starting with a digit.");
            }
            String value = entry.getValue();
            if (value == null || value.length() > MAX_VALUE || value.indexOf('\0') >= 0) {
                throw Validation.invalid(
                        "configuration",
                        "The value of " + entry.getKey() + " cannot be used.",
                        "Give text of at most " + MAX_VALUE + " characters.");
            }
            if (value.startsWith("secret:") && !value.startsWith("secret:env:") && !value.startsWith("secret:file:/")) {
                throw Validation.invalid(
                        "configuration",
                        "The value of " + entry.getKey() + " is not a reference to a secret that can be read.",
                        "Write secret:env:NAME or secret:file:/path.");
            }
            total += entry.getKey().length() + value.length();
        }
        if (total > MAX_TOTAL) {
            throw Validation.invalid(
                    "configuration",
                    "The configuration has " + total + " characters.",
                    "Give at most " + MAX_TOTAL + " together; put larger things into files.");
        }
        return Configuration.of(values);
    }
}
