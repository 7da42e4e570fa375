package io.axiom.version.surface.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceComparison;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a real validator confirms of the comparison, over random small schemas and instances. */
class SoundnessProperties {
    private static final JsonSchemaComparator COMPARATOR = new JsonSchemaComparator();
    private static final SchemaRegistry VALIDATORS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Property(tries = 600, seed = "20261120", shrinking = ShrinkingMode.OFF)
    void whatWasValidStillIsWhenAllIsSafe(@ForAll long seed, @ForAll boolean newest) {
        Random random = new Random(seed);
        RandomSchemas schemas = new RandomSchemas(random, newest);
        ObjectNode before = schemas.document();
        ObjectNode now = random.nextInt(6) == 0 ? schemas.document() : schemas.variant(before);

        SurfaceComparison comparison = COMPARATOR.compare(before, now, "");

        if (comparison.verdict() == Judgement.SAFE) {
            Schema was = VALIDATORS.getSchema(before);
            Schema is = VALIDATORS.getSchema(now);
            for (JsonNode instance : RandomInstances.of(random, 100)) {
                assertThat(!was.validate(instance).isEmpty()
                                || is.validate(instance).isEmpty())
                        .as("%s was valid in %s and is not in %s: %s", instance, before, now, comparison.changes())
                        .isTrue();
            }
        }
    }

    @Property(tries = 600, seed = "20261121", shrinking = ShrinkingMode.OFF)
    void aSchemaComparedWithItselfHasNoChange(@ForAll long seed, @ForAll boolean newest) {
        ObjectNode schema = new RandomSchemas(new Random(seed), newest).document();

        assertThat(COMPARATOR.compare(schema, schema.deepCopy(), "").changes()).isEmpty();
    }

    @Property(tries = 600, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void aSchemaMovedToADefinitionHasNoGraveChange(@ForAll long seed, @ForAll boolean newest) {
        ObjectNode schema = new RandomSchemas(new Random(seed), newest).document();
        ObjectNode moved = Widening.behindReference(schema);

        assertThat(COMPARATOR.compare(schema, moved, "").verdict())
                .as("%s", schema)
                .isNotEqualTo(Judgement.BREAKING);
    }

    @Property(tries = 600, seed = "20261123", shrinking = ShrinkingMode.OFF)
    void aWidenedSchemaIsNeverBreaking(@ForAll long seed, @ForAll boolean newest) {
        Random random = new Random(seed);
        ObjectNode schema = new RandomSchemas(random, newest).document();
        // Under a "not" that leads back to the root, a wider root excludes more.
        Assume.that(!schema.toString().contains("\"$ref\":\"#\""));
        ObjectNode wider = Widening.of(schema, random);

        SurfaceComparison comparison = COMPARATOR.compare(schema, wider, "");

        assertThat(comparison.verdict())
                .as("%s widened to %s: %s", schema, wider, comparison.changes())
                .isNotEqualTo(Judgement.BREAKING);
    }
}
