package io.axiom.version.surface.jsonschema.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.document.SchemaDocument;
import io.axiom.version.surface.jsonschema.document.SchemaText;
import io.axiom.version.surface.jsonschema.logic.Budget;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when a comparison is more work than it may be. */
class ComparisonBudgetTest {
    @Test
    void whatIsLeftIsUndeterminedAndAChangeSaysSo() {
        String schema = IntStream.range(0, 500)
                .mapToObj(i -> "\"p" + i + "\":{\"minLength\":%d}")
                .collect(Collectors.joining(",", "{\"properties\":{", "}}"));

        List<SurfaceChange> cut = changes(schema.replace("%d", "2"), schema.replace("%d", "1"), 400);
        List<SurfaceChange> whole = changes(schema.replace("%d", "2"), schema.replace("%d", "1"), 4_000);

        assertThat(cut)
                .filteredOn(change -> change.judgement() == Judgement.UNDETERMINED)
                .extracting(SurfaceChange::rule)
                .containsExactly("comparison-budget-exhausted");
        assertThat(whole).hasSize(500).allMatch(change -> change.judgement() == Judgement.SAFE);
    }

    @Test
    void alternativesWithinAlternativesEndUndetermined() {
        String schema = "{\"type\":\"string\",\"minLength\":%d}";
        for (int level = 0; level < 6; level++) {
            String inner = schema;
            schema = "{\"anyOf\":["
                    + IntStream.range(0, 3)
                            .mapToObj(i -> "{\"maxProperties\":" + i + ",\"properties\":{\"p\":" + inner + "}}")
                            .collect(Collectors.joining(","))
                    + "]}";
        }
        List<SurfaceChange> changes = changes(schema.replace("%d", "1"), schema.replace("%d", "2"), 50_000);

        assertThat(SurfaceComparison.of(changes).verdict()).isGreaterThanOrEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void alternativesByReferenceAreNotWrittenOut() {
        String references = IntStream.range(0, 300)
                .mapToObj(i -> "{\"$ref\":\"#/$defs/%s\"}")
                .collect(Collectors.joining(","));
        String schema = "{\"anyOf\":[" + references.replace("%s", "a") + "],\"$defs\":{\"a\":{\"anyOf\":["
                + references.replace("%s", "b") + "]},\"b\":{\"anyOf\":[" + references.replace("%s", "c")
                + "]},\"c\":{\"type\":\"string\",\"minLength\":%d}}}";

        List<SurfaceChange> changes = changes(schema.replace("%d", "1"), schema.replace("%d", "2"), 50_000);

        assertThat(SurfaceComparison.of(changes).verdict()).isGreaterThanOrEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void manyExpressionsAndManyNamesAreAnswered() {
        String expressions = IntStream.range(0, 3_000)
                .mapToObj(i -> "\"^x" + i + "[a-z]*$\":{\"maxLength\":%d}")
                .collect(Collectors.joining(",", "\"patternProperties\":{", "}"));
        String names = IntStream.range(0, 3_000)
                .mapToObj(i -> "\"x" + i + "\":{\"minLength\":%d}")
                .collect(Collectors.joining(",", "\"properties\":{", "}"));
        String schema = "{" + expressions + "," + names + "}";

        List<SurfaceChange> changes = changes(schema.replace("%d", "1"), schema.replace("%d", "2"), 50_000);

        assertThat(SurfaceComparison.of(changes).verdict()).isGreaterThanOrEqualTo(Judgement.UNDETERMINED);
    }

    private static List<SurfaceChange> changes(String previous, String current, long steps) {
        Comparison comparison = new Comparison(Assumptions.VALIDITY, new Budget(steps));
        comparison.compare(root(previous), root(current));
        return comparison.result("").changes();
    }

    private static Schema root(String text) {
        return SchemaDocument.of(SchemaText.read(text, "previous"), "previous", "")
                .root();
    }
}
