package io.axiom.deployment.environment;

import io.axiom.deployment.rollout.Validation;
import io.axiom.deployment.rollout.WatchRules;
import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.EnvironmentCommand.ChangePolicy;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentCreated;
import io.axiom.language.deployment.EnvironmentEvent.PolicyChanged;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Target;
import io.axiom.runtime.aggregate.Decision;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates an environment and changes its policy. */
final class Settings {
    private Settings() {}

    static Decision<EnvironmentEvent> create(EnvironmentState state, CreateEnvironment command, Instant at) {
        Names.require("environment", command.environmentId());
        if (state.exists()) {
            throw new RejectedException(EnvironmentRefusals.exists(command.environmentId()));
        }
        Target target = command.target() == null ? new Target.Processes(null, null) : command.target();
        Policy policy = command.policy() == null ? Policy.DEFAULTS : command.policy();
        check(target);
        check(command.router());
        check(policy);
        return Decision.accept(
                List.of(new EnvironmentCreated(command.environmentId(), target, command.router(), policy, at)),
                Map.of("environmentId", command.environmentId()));
    }

    static Decision<EnvironmentEvent> change(EnvironmentState state, ChangePolicy command, Instant at) {
        EnvironmentRefusals.requireExists(state, command.environmentId());
        check(command.policy());
        return Decision.accept(
                state.policy().equals(command.policy())
                        ? List.of()
                        : List.of(new PolicyChanged(command.environmentId(), command.policy(), at)),
                Map.of("environmentId", command.environmentId()));
    }

    private static void check(Target target) {
        switch (target) {
            case Target.Processes(Integer first, Integer last) -> {
                boolean neither = first == null && last == null;
                boolean range = first != null && last != null && first >= 1024 && last <= 65_535 && first <= last;
                if (!neither && !range) {
                    throw Validation.invalid(
                            "target",
                            "The ports " + first + " to " + last + " are no range.",
                            "Give firstPort and lastPort from 1024 to 65535, or neither.");
                }
            }
        }
    }

    private static void check(@Nullable RouterAddress router) {
        if (router == null) {
            return;
        }
        if (!isHttp(router.adminUrl()) || (router.publicUrl() != null && !isHttp(router.publicUrl()))) {
            throw Validation.invalid(
                    "router", "The router's address is no URL.", "Give URLs such as http://127.0.0.1:8081.");
        }
    }

    private static boolean isHttp(@Nullable String url) {
        if (url == null || url.length() > 2000) {
            return false;
        }
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void check(Policy policy) {
        Integer points = policy.maxRollbackPoints();
        if (points != null && (points < 1 || points > 1000)) {
            throw Validation.invalid("policy", "maxRollbackPoints is " + points + '.', "Give a number from 1 to 1000.");
        }
        List<String> approvers = policy.approvers();
        if (approvers != null
                && (approvers.size() > 50
                        || approvers.stream()
                                .anyMatch(name -> name == null || name.isBlank() || name.length() > 200))) {
            throw Validation.invalid("policy", "The approvers cannot be used.", "Give at most 50 names.");
        }
        Validation.duration("policy", policy.scaleDownDelay(), Duration.ZERO, Duration.ofDays(1));
        Validation.duration("policy", policy.drainTimeout(), Duration.ZERO, Duration.ofHours(1));
        WatchRules.check(policy.thresholds());
    }
}
