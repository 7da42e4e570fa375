package io.axiom.cli.text;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Shares of traffic per release. */
public final class Weights {
    private static final int BAR = 20;

    private Weights() {}

    /** {@code 90 % 1.0.0_11aa22bb, 10 % 1.1.0_33cc44dd}; the largest first. */
    public static String text(Map<String, Integer> weights) {
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> entry.getValue() + " % " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** A bar for a percentage, so that a shift is seen without reading. */
    public static String bar(int percent) {
        int full = Math.clamp(Math.round(percent * BAR / 100.0), 0, BAR);
        if (percent > 0 && full == 0) {
            full = 1;
        }
        return "█".repeat(full) + "░".repeat(BAR - full);
    }
}
