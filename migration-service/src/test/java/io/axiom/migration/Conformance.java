package io.axiom.migration;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.language.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Public cases, read from outside the repository; the test is skipped where they are absent. */
public final class Conformance {
    private Conformance() {}

    public static List<JsonNode> cases(String file) throws IOException {
        Path path = Path.of(System.getProperty("axiom.root", ".."))
                .resolve("../shared/conformance/migration")
                .resolve(file)
                .normalize();
        assumeTrue(Files.exists(path), "No conformance data at " + path);
        JsonNode cases = Json.mapper().readTree(Files.readString(path)).get("cases");
        return StreamSupport.stream(cases.spliterator(), false).toList();
    }
}
