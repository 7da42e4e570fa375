package io.axiom.cli.deployment;

import io.axiom.cli.http.Fields;
import io.axiom.language.json.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a release replaces another, as options. */
final class StrategyOptions {
    private static final String BLUE_GREEN = "blue-green";
    private static final String ROLLING = "rolling";
    private static final String CANARY = "canary";

    @Option(
            names = "--strategy",
            paramLabel = "<name>",
            completionCandidates = Names.class,
            description = "${COMPLETION-CANDIDATES} (default: the installation's, blue-green unless changed).")
    private @Nullable String strategy;

    @Option(
            names = "--canary",
            paramLabel = "<steps>",
            description =
                    "Weights and pauses, such as 10:10s,50:30s,100; a weight without a pause below 100 waits for promote.")
    private @Nullable String canary;

    @Option(
            names = "--header",
            paramLabel = "<name=value>",
            description = "Canary: testers who send it always reach the new release.")
    private @Nullable String header;

    @Option(
            names = "--preview",
            description = "Blue-green: reachable by header X-Axiom-Preview; the switch waits for promote.")
    private boolean preview;

    @Option(
            names = "--scale-down-delay",
            paramLabel = "<time>",
            description = "Blue-green, canary: how long the old release stays warm.")
    private @Nullable Duration scaleDownDelay;

    @Option(names = "--batch-size", paramLabel = "<n>", description = "Rolling: how many instances at a time.")
    private @Nullable Integer batchSize;

    @Option(
            names = "--max-unavailable",
            paramLabel = "<n>",
            description = "Rolling: how many fewer than wanted may serve.")
    private @Nullable Integer maxUnavailable;

    @Option(names = "--max-surge", paramLabel = "<n>", description = "Rolling: how many more than wanted may run.")
    private @Nullable Integer maxSurge;

    /** The request's {@code strategy}, null when nothing was said. Throws IllegalArgumentException on what does not fit. */
    @Nullable
    Object field() {
        boolean rolling = batchSize != null || maxUnavailable != null || maxSurge != null;
        boolean forCanary = canary != null || header != null;
        String name =
                strategy != null ? strategy : forCanary ? CANARY : rolling ? ROLLING : preview ? BLUE_GREEN : null;
        if (name == null) {
            if (scaleDownDelay != null) {
                throw new IllegalArgumentException("--scale-down-delay needs --strategy blue-green or canary.");
            }
            return null;
        }
        require(rolling, ROLLING, name, "--batch-size, --max-unavailable and --max-surge");
        require(forCanary, CANARY, name, "--canary and --header");
        require(preview, BLUE_GREEN, name, "--preview");
        Fields fields = new Fields().with("type", name);
        switch (name) {
            case BLUE_GREEN -> fields.with("preview", preview ? true : null).with("scaleDownDelay", scaleDownDelay);
            case ROLLING ->
                fields.with("batchSize", batchSize)
                        .with("maxUnavailable", maxUnavailable)
                        .with("maxSurge", maxSurge);
            case CANARY ->
                fields.with("steps", canary == null ? null : steps(canary))
                        .with("header", header == null ? null : testers(header))
                        .with("scaleDownDelay", scaleDownDelay);
            default ->
                throw new IllegalArgumentException(
                        "There is no strategy \"" + name + "\": use blue-green, rolling or canary.");
        }
        return fields;
    }

    private static void require(boolean used, String fits, String name, String options) {
        if (used && !fits.equals(name)) {
            throw new IllegalArgumentException(options + " are for --strategy " + fits + ", not " + name + ".");
        }
    }

    static List<Fields> steps(String text) {
        List<Fields> steps = new ArrayList<>();
        int before = 0;
        for (String part : text.split(",", -1)) {
            String[] step = part.strip().split(":", 2);
            int weight = weight(step[0].strip());
            if (weight <= before) {
                throw new IllegalArgumentException(
                        "--canary: weights go up, and " + weight + " does not come after " + before + ".");
            }
            before = weight;
            // All traffic without a pause is how every canary ends: as a step of its own it would wait for a promote.
            if (weight < 100 || step.length > 1 || steps.isEmpty()) {
                Duration pause = step.length > 1 ? pause(step[1]) : weight < 100 ? null : Duration.ZERO;
                steps.add(new Fields().with("weight", weight).with("pause", pause));
            }
        }
        return steps;
    }

    private static int weight(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (!digits.matches("[1-9][0-9]?|100")) {
            throw new IllegalArgumentException(
                    "--canary: a step is <weight>[:<pause>] such as 10:10s, with a weight from 1 to 100.");
        }
        return Integer.parseInt(digits);
    }

    private static Duration pause(String text) {
        try {
            return DurationText.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--canary: " + e.getMessage(), e);
        }
    }

    private static Fields testers(String text) {
        int separator = text.indexOf('=');
        if (separator < 1) {
            throw new IllegalArgumentException("--header is written name=value.");
        }
        return new Fields().with("name", text.substring(0, separator)).with("value", text.substring(separator + 1));
    }

    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(List.of(BLUE_GREEN, ROLLING, CANARY));
        }
    }
}
