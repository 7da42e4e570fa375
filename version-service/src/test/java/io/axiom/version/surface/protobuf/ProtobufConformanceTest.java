package io.axiom.version.surface.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.language.json.Json;
import io.axiom.version.surface.protobuf.rule.Finding;
import io.axiom.version.surface.protobuf.rule.ProtobufRules;
import io.axiom.version.surface.protobuf.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Public cases, read from outside the repository; skipped where they are absent. */
class ProtobufConformanceTest {
    private static final Path CASES = Path.of(System.getProperty("axiom.root", ".."))
            .resolve("../shared/conformance/version/protobuf-buf-breaking.json")
            .normalize();

    /** Cases judged differently, each with the reason. */
    private static final Map<String, String> JUDGED_DIFFERENTLY = Map.of();

    @Test
    void bufsCasesAreJudgedAsBufJudgesThem() throws Exception {
        assumeTrue(Files.exists(CASES), "No conformance data at " + CASES);
        JsonNode cases = Json.mapper().readTree(Files.readString(CASES)).get("cases");
        Map<String, String> wrong = new TreeMap<>();
        cases.forEach(row -> {
            Set<String> expected = new TreeSet<>(texts(row.get("expectRules")));
            Set<String> found = rulesFound(row);
            if (!found.equals(expected)) {
                wrong.put(row.get("name").asString(), "expected " + expected + " but found " + found);
            }
        });

        assertThat(wrong.keySet()).as(wrong.toString()).isEqualTo(JUDGED_DIFFERENTLY.keySet());
        assertThat(wrong.size()).isLessThanOrEqualTo(cases.size() * 5 / 100);
    }

    private static Set<String> rulesFound(JsonNode row) {
        Map<String, String> previous = files(row.get("previous"));
        Map<String, String> current = files(row.get("current"));
        BufConfiguration before = BufConfiguration.read(previous.get("buf.yaml"));
        BufConfiguration now = BufConfiguration.read(current.get("buf.yaml"));
        List<Finding> findings = new ProtobufRules(now.rules())
                .compare(Schema.of(before.sources(previous)), Schema.of(now.sources(current)));
        return findings.stream()
                .filter(finding -> !now.isIgnored(finding))
                .map(finding -> finding.rule().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> files(JsonNode node) {
        Map<String, String> files = new TreeMap<>();
        node.properties()
                .forEach(entry -> files.put(entry.getKey(), entry.getValue().asString()));
        return files;
    }

    private static List<String> texts(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList());
    }
}
