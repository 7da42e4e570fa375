package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Public cases, read from outside the repository; tests are skipped where they are absent. */
final class ConformanceCases {
    /** Sunset dates in the cases lie long before or long after. */
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private static final Path FOLDER = Path.of(System.getProperty("axiom.root", ".."))
            .resolve("../shared/conformance/version")
            .normalize();

    private ConformanceCases() {}

    static List<JsonNode> read(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "No conformance data at " + path);
        List<JsonNode> cases = new ArrayList<>();
        JsonMapper.shared().readTree(Files.readString(path)).get("cases").forEach(cases::add);
        return cases;
    }

    /**
     * Checks every case. Fails when a case outside the list differs, when a listed case agrees, and when fewer agree than
     * asked.
     *
     * @param check null where the case agrees, else what was found
     * @param differently cases judged differently, each with the reason
     */
    static void check(
            List<JsonNode> cases,
            Function<JsonNode, @Nullable String> check,
            Map<String, String> differently,
            double percent) {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode row : cases) {
            String wrong = check.apply(row);
            if (wrong != null) {
                found.put(row.get("name").asString(), wrong);
            }
        }
        double agree = 100.0 * (cases.size() - found.size()) / cases.size();
        assertThat(agree).as("percent of cases that agree; differ: %s", found).isGreaterThanOrEqualTo(percent);
        Map<String, String> known = new TreeMap<>(found);
        known.keySet().retainAll(differently.keySet());
        assertThat(found).as("cases that differ without a reason").isEqualTo(known);
        assertThat(found.keySet())
                .as("cases listed as different")
                .containsExactlyInAnyOrderElementsOf(differently.keySet());
    }

    static String text(JsonNode row, String field) {
        return row.get(field).asString();
    }
}
