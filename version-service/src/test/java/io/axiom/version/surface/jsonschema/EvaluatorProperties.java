package io.axiom.version.surface.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.axiom.version.surface.jsonschema.document.SchemaDocument;
import io.axiom.version.surface.jsonschema.logic.Budget;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Evaluator;
import io.axiom.version.surface.jsonschema.logic.Patterns;
import io.axiom.version.surface.jsonschema.logic.Truth;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the evaluator knows, it agrees with a real validator. */
class EvaluatorProperties {
    private static final SchemaRegistry VALIDATORS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Property(tries = 400, seed = "20261124", shrinking = ShrinkingMode.OFF)
    void whatIsKnownIsRight(@ForAll long seed, @ForAll boolean newest) {
        Random random = new Random(seed);
        ObjectNode schema = new RandomSchemas(random, newest).document();
        Conjunction conjunction =
                Conjunction.of(SchemaDocument.of(schema, "current", "").root());
        Budget budget = new Budget(1_000_000);
        Evaluator evaluator = new Evaluator(new Patterns(budget), budget);
        Schema validator = VALIDATORS.getSchema(schema);

        for (JsonNode instance : RandomInstances.of(random, 60)) {
            Truth valid = evaluator.valid(conjunction, instance);
            if (valid != Truth.UNKNOWN) {
                assertThat(valid)
                        .as("%s in %s", instance, schema)
                        .isEqualTo(Truth.of(validator.validate(instance).isEmpty()));
            }
        }
    }
}
