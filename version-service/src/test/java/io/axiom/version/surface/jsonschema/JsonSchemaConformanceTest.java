package io.axiom.version.surface.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.language.json.Json;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Apicurio Registry's cases, read from outside the repository; skipped where they are absent. Compatible means that no change
 * is breaking or undetermined; forward is backward with the sides swapped.
 */
class JsonSchemaConformanceTest {
    private static final Path CASES = Path.of(System.getProperty("axiom.root", ".."))
            .resolve("../shared/conformance/version/jsonschema-apicurio.json")
            .normalize();
    private static final JsonSchemaComparator COMPARATOR = new JsonSchemaComparator();

    /** Cases judged differently, by id, with the reason. */
    private static final Map<String, String> JUDGED_DIFFERENTLY = Map.of();

    private static final Map<String, String> failures = new LinkedHashMap<>();
    private static int cases;

    @BeforeAll
    static void judgeAll() throws Exception {
        assumeTrue(Files.exists(CASES), "No conformance data at " + CASES);
        for (JsonNode row : Json.mapper().readTree(Files.readString(CASES)).get("cases")) {
            cases++;
            String original = row.get("original").toString();
            String updated = row.get("updated").toString();
            SurfaceComparison backward = COMPARATOR.compare(original, updated);
            SurfaceComparison forward = COMPARATOR.compare(updated, original);
            String found = compatible(backward)
                    ? compatible(forward) ? "both" : "backward"
                    : compatible(forward) ? "forward" : "none";
            if (!found.equals(row.get("expect").asString())) {
                failures.put(
                        row.get("id").asString(),
                        "expected " + row.get("expect").asString() + ", found " + found + "; backward " + backward
                                + "; forward " + forward);
            }
        }
    }

    @Test
    void exactlyTheListedCasesAreJudgedDifferently() {
        assertThat(failures.keySet()).as("%s", failures).isEqualTo(JUDGED_DIFFERENTLY.keySet());
    }

    @Test
    void atLeastNinetyFivePercentAreJudgedAsExpected() {
        assertThat((cases - failures.size()) * 100.0 / cases).isGreaterThanOrEqualTo(95);
    }

    private static boolean compatible(SurfaceComparison comparison) {
        return comparison.verdict().compareTo(Judgement.RISKY) <= 0;
    }
}
