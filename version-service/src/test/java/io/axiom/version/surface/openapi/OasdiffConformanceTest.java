package io.axiom.version.surface.openapi;

import static io.axiom.version.surface.openapi.ConformanceCases.text;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.version.surface.openapi.OpenApiOptions.Severity;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The cases of oasdiff: rule ids and levels with its own levels; whether a document is breaking with ours. */
class OasdiffConformanceTest {
    private static final Map<String, Pattern> CHECKS = checks();

    /** Documents judged differently. Of the rules and levels of the public half, none is. */
    private static final Map<String, String> DIFFERENTLY = Map.of(
            "TestRequestPropertyAllOfAdded_WithSources_Inline",
            "The part that is new lists one optional property: merged, it is a new optional property, as anywhere else.");

    @Test
    void rulesAndLevelsAgree() throws IOException {
        ConformanceCases.check(
                ConformanceCases.read("openapi-oasdiff.json"), OasdiffConformanceTest::rules, Map.of(), 95);
    }

    @Test
    void documentsAreBreakingWhereOasdiffSaysSo() throws IOException {
        List<JsonNode> known = ConformanceCases.read("openapi-oasdiff.json").stream()
                .filter(row -> row.hasNonNull("documentBreaking"))
                .toList();
        ConformanceCases.check(known, OasdiffConformanceTest::document, DIFFERENTLY, 95);
    }

    private static @Nullable String document(JsonNode row) {
        SurfaceComparison comparison = compare(row, Severity.AXIOM);
        boolean breaking = comparison.verdict() == Judgement.BREAKING;
        return breaking == row.get("documentBreaking").asBoolean()
                ? null
                : comparison.changes().toString();
    }

    private static @Nullable String rules(JsonNode row) {
        Judgement least = judgement(text(row, "minLevel"));
        Predicate<String> scope = scope(text(row, "scope"));
        List<SurfaceChange> changes = compare(row, Severity.OASDIFF).changes().stream()
                .filter(change ->
                        scope.test(change.rule()) && change.judgement().compareTo(least) >= 0)
                .toList();
        boolean agrees = row.get("match").asString().equals("exact")
                ? isExactly(changes, row.get("expect"))
                : includes(changes, row);
        return agrees
                ? null
                : changes.stream().map(OasdiffConformanceTest::key).toList().toString();
    }

    private static boolean isExactly(List<SurfaceChange> changes, JsonNode expected) {
        return changes.size() == expected.size() && left(changes, expected) != null;
    }

    private static boolean includes(List<SurfaceChange> changes, JsonNode row) {
        for (JsonNode absent : row.path("absent")) {
            if (changes.stream().anyMatch(change -> change.rule().equals(absent.asString()))) {
                return false;
            }
        }
        boolean count = !row.has("count") || row.get("count").asInt() == changes.size();
        return count && left(changes, row.get("expect")) != null;
    }

    /** What is left of the changes when each expected one is taken out; null where one is missing. */
    private static @Nullable List<SurfaceChange> left(List<SurfaceChange> changes, JsonNode expected) {
        List<SurfaceChange> left = new ArrayList<>(changes);
        for (JsonNode each : expected) {
            String operation = each.has("operation")
                    ? each.get("operation").asString() + " " + each.get("path").asString() + "#"
                    : "";
            SurfaceChange match = left.stream()
                    .filter(change -> change.rule().equals(text(each, "id"))
                            && change.judgement() == judgement(text(each, "level"))
                            && change.path().startsWith(operation))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                return null;
            }
            left.remove(match);
        }
        return left;
    }

    private static SurfaceComparison compare(JsonNode row, Severity severity) {
        // Without being told otherwise, oasdiff compares the parts of allOf one by one.
        OpenApiOptions options =
                OpenApiOptions.defaults().withSeverity(severity).withAllOfFlattened(severity == Severity.AXIOM);
        JsonNode given = row.path("options");
        if (given.has("stabilityLevel")) {
            String level = given.get("stabilityLevel").asString().toUpperCase(Locale.ROOT);
            options = options.withThreshold(StabilityLevel.valueOf(level));
        }
        if (given.has("deprecationDays")) {
            JsonNode days = given.get("deprecationDays");
            options = options.withDeprecationDays(
                    days.get("beta").asInt(), days.get("stable").asInt());
        }
        return new OpenApiComparator(options, ConformanceCases.CLOCK).compare(text(row, "base"), text(row, "revision"));
    }

    /** The rules of one check, or of all; rules only Axiom has belong to none. */
    private static Predicate<String> scope(String name) {
        if (name.equals("all")) {
            return rule -> CHECKS.values().stream()
                    .anyMatch(check -> check.matcher(rule).matches());
        }
        Pattern check = CHECKS.get(name);
        if (check == null) {
            throw new AssertionError("oasdiff-checks.txt does not have the check " + name);
        }
        return rule -> check.matcher(rule).matches()
                || CHECKS.get("stability").matcher(rule).matches();
    }

    private static Judgement judgement(String level) {
        return switch (level) {
            case "ERR" -> Judgement.BREAKING;
            case "WARN" -> Judgement.RISKY;
            default -> Judgement.SAFE;
        };
    }

    private static String key(SurfaceChange change) {
        return change.judgement().word() + " " + change.rule();
    }

    private static Map<String, Pattern> checks() {
        try (var file = OasdiffConformanceTest.class.getResourceAsStream("oasdiff-checks.txt")) {
            Map<String, Pattern> checks = new TreeMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(cells -> checks.put(cells[0], Pattern.compile(cells[1])));
            return checks;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
