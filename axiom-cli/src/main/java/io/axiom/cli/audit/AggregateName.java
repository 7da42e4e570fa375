package io.axiom.cli.audit;

import io.axiom.language.Contexts;
import org.jspecify.annotations.Nullable;

/** {@code rollout/production.shop-agent}, with the context its type belongs to. */
record AggregateName(String context, String type, String id) {

    static AggregateName parse(String text, @Nullable String context) {
        int separator = text.indexOf('/');
        if (separator < 1 || separator == text.length() - 1) {
            throw new IllegalArgumentException(
                    "--aggregate is <type>/<id>, such as rollout/production.shop-agent; not \"" + text + "\".");
        }
        String type = text.substring(0, separator);
        return new AggregateName(context == null ? contextOf(type) : context, type, text.substring(separator + 1));
    }

    private static String contextOf(String type) {
        return switch (type) {
            case "component" -> Contexts.VERSION;
            case "database" -> Contexts.MIGRATION;
            case "environment", "rollout" -> Contexts.DEPLOYMENT;
            case "token" -> Contexts.ACCESS;
            default -> throw new IllegalArgumentException("Which service's is a " + type + "? Give --context.");
        };
    }
}
