package io.axiom.language.deployment;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code <environment>.<component>.<number>}, for example {@code production.shop-agent.7}. Numbers count a rollout's runs,
 * deployments and rollbacks alike; a rollback's has an {@code r} before the number.
 */
public record DeploymentId(String environment, String component, int number, boolean rollback) {
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9-]{1,63})\\.([a-z0-9-]{1,63})\\.(r?)([1-9][0-9]{0,8})");

    public static DeploymentId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new RejectedException(new Rejection(
                    "deployment.id-invalid",
                    Rejection.Kind.INVALID,
                    "\"" + Texts.shorten(text, 80) + "\" is not a deployment id.",
                    "Deployment ids look like production.shop-agent.7; list them with: axiom deployment list"));
        }
        return new DeploymentId(
                matcher.group(1),
                matcher.group(2),
                Integer.parseInt(matcher.group(4)),
                !matcher.group(3).isEmpty());
    }

    /** The stream of the rollout this run belongs to: {@code production.shop-agent}. */
    public String rolloutId() {
        return rolloutId(environment, component);
    }

    public static String rolloutId(String environment, String component) {
        return environment + '.' + component;
    }

    @Override
    public String toString() {
        return rolloutId() + '.' + (rollback ? "r" : "") + number;
    }
}
