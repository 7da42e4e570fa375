package io.axiom.language.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who hears of a deployment's events. Stored with the deployment; sending is feature D10. */
public record Notification(
        String type,
        @Nullable Boolean enabled,
        @Nullable List<String> recipients,
        @Nullable List<String> events) {}
