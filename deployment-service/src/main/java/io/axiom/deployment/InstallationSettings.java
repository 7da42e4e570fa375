package io.axiom.deployment;

import io.axiom.deployment.rollout.Defaults;
import io.axiom.language.deployment.EnvironmentCommand.CreateEnvironment;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.json.DurationText;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The installation's settings under the names the source document gives them. */
final class InstallationSettings {
    private InstallationSettings() {}

    static Defaults defaults(Environment settings) {
        Defaults standard = Defaults.STANDARD;
        String strategy = read(settings, "DEFAULT_DEPLOYMENT_STRATEGY", text -> text, standard.strategy());
        if (Strategy.byName(strategy) == null) {
            throw wrong("DEFAULT_DEPLOYMENT_STRATEGY", strategy, "blue-green, rolling or canary");
        }
        double threshold = read(settings, "ROLLBACK_THRESHOLD", Double::valueOf, standard.errorRatePercent());
        if (!(threshold >= 0 && threshold <= 100)) {
            throw wrong("ROLLBACK_THRESHOLD", Double.toString(threshold), "a percentage from 0 to 100");
        }
        int points = read(settings, "MAX_ROLLBACK_POINTS", Integer::valueOf, standard.maxRollbackPoints());
        if (points < 1 || points > 1000) {
            throw wrong("MAX_ROLLBACK_POINTS", Integer.toString(points), "a number from 1 to 1000");
        }
        Duration timeout = read(settings, "HEALTH_CHECK_TIMEOUT", DurationText::parse, standard.healthCheckTimeout());
        if (!timeout.isPositive()) {
            throw wrong("HEALTH_CHECK_TIMEOUT", timeout.toString(), "milliseconds, more than 0");
        }
        return new Defaults(
                strategy,
                read(settings, "AUTO_ROLLBACK_ON_FAILURE", InstallationSettings::yesOrNo, standard.autoRollback()),
                threshold,
                timeout,
                read(settings, "axiom.scale-down-delay", DurationText::parse, standard.scaleDownDelay()),
                read(settings, "axiom.drain-timeout", DurationText::parse, standard.drainTimeout()),
                points);
    }

    /** An environment that names no router gets the installation's. */
    static CreateEnvironment withRouter(CreateEnvironment command, Environment settings) {
        String adminUrl = settings.getProperty("axiom.router.admin-url");
        if (command.router() != null || adminUrl == null || adminUrl.isBlank()) {
            return command;
        }
        return new CreateEnvironment(
                command.environmentId(),
                command.target(),
                new RouterAddress(adminUrl, settings.getProperty("axiom.router.public-url")),
                command.policy());
    }

    private static <T> T read(Environment settings, String name, Function<String, T> reader, T standard) {
        String text = settings.getProperty(name);
        if (text == null || text.isBlank()) {
            return standard;
        }
        try {
            return reader.apply(text.trim());
        } catch (IllegalArgumentException e) {
            throw wrong(name, text, String.valueOf(e.getMessage()));
        }
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static IllegalStateException wrong(String name, @Nullable String value, String wanted) {
        return new IllegalStateException("The setting " + name + " is \"" + value + "\"; it has to be " + wanted + '.');
    }
}
