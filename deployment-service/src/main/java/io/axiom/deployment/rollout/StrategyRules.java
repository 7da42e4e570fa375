package io.axiom.deployment.rollout;

import io.axiom.language.deployment.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a strategy and fills in what it leaves open, so that the event says all of it. */
final class StrategyRules {
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Duration DAY = Duration.ofDays(1);

    private StrategyRules() {}

    static Strategy complete(@Nullable Strategy asked, Duration scaleDownDelay, Defaults defaults) {
        Strategy strategy = asked == null ? standard(defaults) : asked;
        return switch (strategy) {
            case Strategy.BlueGreen s ->
                new Strategy.BlueGreen(Boolean.TRUE.equals(s.preview()), delay(s.scaleDownDelay(), scaleDownDelay));
            case Strategy.Rolling s -> rolling(s);
            case Strategy.Canary s -> canary(s, scaleDownDelay);
        };
    }

    private static Strategy standard(Defaults defaults) {
        Strategy strategy = Strategy.byName(defaults.strategy());
        return strategy == null ? new Strategy.BlueGreen(null, null) : strategy;
    }

    private static Duration delay(@Nullable Duration asked, Duration standard) {
        Validation.duration("scaleDownDelay", asked, Duration.ZERO, DAY);
        return asked == null ? standard : asked;
    }

    private static Strategy.Rolling rolling(Strategy.Rolling s) {
        Validation.number("batchSize", s.batchSize(), 1, 100);
        Validation.number("maxUnavailable", s.maxUnavailable(), 0, 100);
        Validation.number("maxSurge", s.maxSurge(), 0, 100);
        int batch = s.batchSize() == null ? 1 : s.batchSize();
        int unavailable = s.maxUnavailable() == null ? 0 : s.maxUnavailable();
        int surge = s.maxSurge() == null ? batch : s.maxSurge();
        if (surge == 0 && unavailable == 0) {
            throw Validation.invalid(
                    "strategy",
                    "With maxSurge 0 and maxUnavailable 0 no instance can ever be replaced.",
                    "Allow at least one instance more (maxSurge) or one fewer (maxUnavailable).");
        }
        return new Strategy.Rolling(batch, unavailable, surge);
    }

    private static Strategy.Canary canary(Strategy.Canary s, Duration scaleDownDelay) {
        List<Strategy.CanaryStep> steps = s.steps() == null ? Planner.DEFAULT_CANARY : s.steps();
        Validation.size("strategy", steps, 50);
        if (steps.isEmpty()) {
            throw Validation.invalid(
                    "strategy",
                    "The canary has no steps.",
                    "Give weights from 1 to 100, each more than the one before.");
        }
        int last = 0;
        for (Strategy.CanaryStep step : steps) {
            if (step.weight() <= last || step.weight() > 100) {
                throw Validation.invalid(
                        "strategy",
                        "The canary's weight " + step.weight() + " follows " + last + '.',
                        "Give weights from 1 to 100, each more than the one before.");
            }
            last = step.weight();
            Validation.duration("strategy", step.pause(), Duration.ZERO, DAY);
        }
        Strategy.TesterHeader header = s.header();
        if (header != null) {
            if (!HEADER_NAME.matcher(header.name()).matches()) {
                throw Validation.invalid(
                        "strategy",
                        "The testers' header " + Validation.shown(header.name()) + " is no header name.",
                        "Use letters, digits and hyphens.");
            }
            Validation.text("strategy", header.value(), 1, 200);
        }
        return new Strategy.Canary(List.copyOf(steps), header, delay(s.scaleDownDelay(), scaleDownDelay));
    }
}
