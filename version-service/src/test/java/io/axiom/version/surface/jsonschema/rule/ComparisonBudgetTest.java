package io.axiom.version.surface.jsonschema.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
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

    private static List<SurfaceChange> changes(String previous, String current, long steps) {
        return new Comparison(Assumptions.VALIDITY, new Budget(steps)).changes(root(previous), root(current));
    }

    private static Schema root(String text) {
        return SchemaDocument.of(SchemaText.read(text, "previous"), "previous", "")
                .root();
    }
}
