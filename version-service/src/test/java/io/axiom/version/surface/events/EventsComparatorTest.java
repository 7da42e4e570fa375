package io.axiom.version.surface.events;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.json.Json;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Event schemas, kept for ever. */
class EventsComparatorTest {
    private static final EventsComparator COMPARATOR = new EventsComparator();

    @Test
    void aTypeGoneIsBreakingANewOneAnAddition() {
        SurfaceComparison comparison =
                compare("{'a.A.v1': {}, 'a.B.v1': {}}", "{'a.B.v1': {}, 'a.C.v1': {'type': 'object'}}");

        assertThat(comparison.verdict()).isEqualTo(BREAKING);
        assertThat(comparison.adds()).isTrue();
        assertThat(comparison.changes())
                .extracting(change -> change.rule() + " at " + change.path())
                .containsExactly("event-type-removed at /a.A.v1", "event-type-added at /a.C.v1");
    }

    @Test
    void aNewOptionalPropertyIsAnAdditionARequiredOneIsBreaking() {
        String before = "{'a.A.v1': {'properties': {'x': {}}, 'required': ['x']}}";
        SurfaceComparison optional =
                compare(before, "{'a.A.v1': {'properties': {'x': {}, 'y': {'type': 'string'}}, 'required': ['x']}}");
        SurfaceComparison required = compare(
                before, "{'a.A.v1': {'properties': {'x': {}, 'y': {'type': 'string'}}, 'required': ['x', 'y']}}");

        assertThat(optional.verdict()).isEqualTo(SAFE);
        assertThat(optional.adds()).isTrue();
        assertThat(required.verdict()).isEqualTo(BREAKING);
    }

    @Test
    void aPropertyGoneIsBreakingAtAnyDepth() {
        String before =
                "{'a.A.v1': {'properties': {'x': {'$ref': '#/$defs/X'}}, '$defs': {'X': {'properties': {'y': {'type': 'string'}}}}}}";
        SurfaceComparison inner = compare(before, before.replace("'y'", "'z'"));
        SurfaceComparison outer = compare(before, "{'a.A.v1': {}}");

        assertThat(inner.changes())
                .filteredOn(change -> change.judgement() == BREAKING)
                .extracting(SurfaceChange::path)
                .containsExactly("/a.A.v1/$defs/X/properties/y");
        assertThat(outer.verdict()).isEqualTo(BREAKING);
    }

    @Test
    void whatIsNoSchemaIsRefusedWhenItComes() {
        assertThatThrownBy(() -> compare("{}", "{'a.A.v1': {'$ref': 'http://example.com/x'}}"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("surface.external-reference");
        assertThatThrownBy(() -> compare("{}", "{'a.A.v1': 5}"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("surface.malformed");
        assertThatThrownBy(() -> compare("true", "{}"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("surface.malformed");
    }

    @Test
    void manyTypesShareTheLimitOnChanges() {
        String types = IntStream.range(0, 300)
                .mapToObj(type -> IntStream.range(0, 50)
                        .mapToObj(property -> "'p" + property + "': {'minLength': %d}")
                        .collect(Collectors.joining(",", "'a.T" + type + ".v1': {'properties': {", "}}")))
                .collect(Collectors.joining(",", "{", "}"));

        SurfaceComparison comparison = compare(types.replace("%d", "1"), types.replace("%d", "2"));

        assertThat(comparison.verdict()).isEqualTo(BREAKING);
        assertThat(comparison.changes()).hasSize(10_001);
    }

    @Test
    void axiomsOwnEventsCompareWithThemselves() throws Exception {
        ObjectNode types = Json.mapper().createObjectNode();
        Path directory = Path.of(System.getProperty("axiom.root", "..")).resolve("docs/schemas");
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".schema.json", "");
                types.set(name, Json.mapper().readTree(Files.readString(file)));
            }
        }
        assertThat(types.size()).isGreaterThan(10);
        assertThat(COMPARATOR.compare(types.toString(), types.toString()).changes())
                .isEmpty();

        ObjectNode without = types.deepCopy();
        ((ObjectNode) without.at("/deployment.DeploymentStarted.v1/$defs/Release/properties")).remove("version");
        assertThat(COMPARATOR.compare(types.toString(), without.toString()).verdict())
                .isEqualTo(BREAKING);
    }

    private static SurfaceComparison compare(String previous, String current) {
        return COMPARATOR.compare(previous.replace('\'', '"'), current.replace('\'', '"'));
    }
}
