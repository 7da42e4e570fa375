package io.axiom.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.axiom.language.RejectedException;
import io.axiom.migration.Conformance;
import io.axiom.migration.sql.Lexis.Feature;
import java.util.EnumSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class AtlasSplitConformanceTest {

    @TestFactory
    Stream<DynamicTest> everyPublicCaseHolds() throws Exception {
        return Conformance.cases("atlas-split.json").stream()
                .map(row -> DynamicTest.dynamicTest(row.get("name").asString(), () -> check(row)));
    }

    private static void check(JsonNode row) {
        StatementSplitter splitter = StatementSplitter.of(lexis(row.get("options")));
        String sql = row.get("sql").asString();
        if (row.has("error")) {
            RejectedException refused = catchThrowableOfType(RejectedException.class, () -> splitter.split(sql));
            assertThat(refused.rejection().detail()).isEqualTo(row.get("error").asString());
        } else {
            assertThat(splitter.split(sql)).extracting(SqlStatement::text).containsExactlyElementsOf(texts(row));
        }
    }

    private static java.util.List<String> texts(JsonNode row) {
        return StreamSupport.stream(row.get("statements").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static Lexis lexis(JsonNode options) {
        EnumSet<Feature> features = EnumSet.of(Feature.BACKTICK_NAMES, Feature.DELIMITER_COMMAND);
        options.forEach(option -> features.add(
                switch (option.asString()) {
                    case "matchBegin" -> Feature.BLOCK_BODIES;
                    case "matchBeginAtomic" -> Feature.ATOMIC_BODIES;
                    case "matchDollarQuote" -> Feature.DOLLAR_QUOTES;
                    case "backslashEscapes" -> Feature.BACKSLASH_ESCAPES;
                    case "escapedStringExt" -> Feature.ESCAPE_STRINGS;
                    case "hashComments" -> Feature.HASH_COMMENTS;
                    case "goCommand" -> Feature.GO_BATCHES;
                    default -> throw new AssertionError("An option this test does not know: " + option);
                }));
        return Lexis.of(features);
    }
}
