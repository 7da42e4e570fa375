package io.axiom.deployment.target;

import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Target;

/**
 * An instance that should run.
 *
 * @param instanceId {@code <environment>.<component>.<releaseId>.<ordinal>}: the same wish has the same name
 */
public record InstanceSpec(
        String instanceId, String environment, String component, Release release, Target.Processes target) {

    public static InstanceSpec of(
            String environment, String component, Release release, int ordinal, Target.Processes target) {
        return new InstanceSpec(
                idOf(environment, component, release.id(), ordinal), environment, component, release, target);
    }

    public static String idOf(String environment, String component, String releaseId, int ordinal) {
        return environment + '.' + component + '.' + releaseId + '.' + ordinal;
    }
}
