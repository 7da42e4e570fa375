package io.axiom.version.surface.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.util.Arrays;
import java.util.List;

/** Schemas compared, in single quotes for the eye. */
record Compared(SurfaceComparison comparison) {

    static Compared compare(String previous, String current) {
        return new Compared(
                new JsonSchemaComparator().compare(previous.replace('\'', '"'), current.replace('\'', '"')));
    }

    Compared is(Judgement verdict) {
        assertThat(comparison.verdict()).as("%s", comparison.changes()).isEqualTo(verdict);
        return this;
    }

    /** Exactly these changes, as {@code rule at path}. */
    Compared with(String... changes) {
        List<String> found = comparison.changes().stream()
                .map(change -> change.rule() + " at " + change.path())
                .toList();
        assertThat(found).containsExactlyInAnyOrder(changes);
        return this;
    }

    Compared adds() {
        assertThat(comparison.adds()).as("%s", comparison.changes()).isTrue();
        return this;
    }

    SurfaceChange change(String rule) {
        return comparison.changes().stream()
                .filter(change -> change.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + rule + " in "
                        + Arrays.toString(comparison.changes().toArray())));
    }
}
