package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceComparison;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every pair of schemas. */
class OpenApiProperties {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aDocumentComparedWithItselfHasNoChanges(@ForAll("schemas") Map<String, Object> schema) {
        String text = JSON.writeValueAsString(schema);
        String spaced = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema);
        assertThat(Documents.rules(json("requestBody", text), json("requestBody", spaced)))
                .isEmpty();
        assertThat(Documents.rules(json("responses", text), json("responses", spaced)))
                .isEmpty();
    }

    /** What breaks clients that send breaks, the other way round, clients that receive. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void limitsAreJudgedTheOtherWayRoundForResponses(
            @ForAll("limits") Map<String, Object> one, @ForAll("limits") Map<String, Object> other) {
        String before = JSON.writeValueAsString(one);
        String after = JSON.writeValueAsString(other);
        SurfaceComparison sent = Documents.compare(json("requestBody", before), json("requestBody", after));
        SurfaceComparison received = Documents.compare(json("responses", after), json("responses", before));
        assertThat(sent.verdict() == Judgement.BREAKING).isEqualTo(received.verdict() == Judgement.BREAKING);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anOptionalPropertyMoreIsSafeAndRemovingItIsNotBreaking(@ForAll("objects") Map<String, Object> object) {
        Map<String, Object> more = new TreeMap<>(object);
        Map<String, Object> properties = new TreeMap<>((Map<String, ?>) object.get("properties"));
        properties.put("added", Map.of("type", "string"));
        more.put("properties", properties);
        String before = JSON.writeValueAsString(object);
        String after = JSON.writeValueAsString(more);
        for (String part : List.of("requestBody", "responses")) {
            SurfaceComparison added = Documents.compare(json(part, before), json(part, after));
            assertThat(added.verdict()).isEqualTo(Judgement.SAFE);
            assertThat(added.adds()).isTrue();
            SurfaceComparison removed = Documents.compare(json(part, after), json(part, before));
            assertThat(removed.verdict()).isEqualTo(Judgement.RISKY);
            assertThat(removed.adds()).isFalse();
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anUnknownKeywordIsNeverSafe(@ForAll("schemas") Map<String, Object> schema) {
        Map<String, Object> more = new TreeMap<>(schema);
        more.put("frobnicate", 1);
        SurfaceComparison comparison = Documents.compare(
                json("responses", JSON.writeValueAsString(schema)), json("responses", JSON.writeValueAsString(more)));
        assertThat(comparison.verdict()).isEqualTo(Judgement.UNDETERMINED);
    }

    private static String json(String part, String schema) {
        String content = "{\"content\":{\"application/json\":{\"schema\":" + schema + "}}}";
        String value = part.equals("responses") ? "{\"200\":" + content + "}" : content;
        return "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"post\":{\"" + part + "\":" + value + "}}}}";
    }

    @Provide
    Arbitrary<Map<String, Object>> limits() {
        Arbitrary<Object> size = Arbitraries.integers().between(0, 4).map(number -> number);
        Arbitrary<Object> type = Arbitraries.of("string", "integer", "number", "boolean");
        Arbitrary<Object> types = type.set().ofMinSize(1).ofMaxSize(3).map(List::copyOf);
        return some(Map.of(
                "maximum", size,
                "minimum", size,
                "exclusiveMinimum", size,
                "maxLength", size,
                "minLength", size,
                "maxItems", size,
                "minProperties", size,
                "type", types,
                "uniqueItems", Arbitraries.of(true, false).map(flag -> flag)));
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofLength(2), schemas())
                .ofMaxSize(4)
                .map(properties -> Map.of("type", "object", "properties", properties));
    }

    @Provide
    Arbitrary<Map<String, Object>> schemas() {
        return Arbitraries.recursive(this::limits, this::composed, 0, 2);
    }

    private Arbitrary<Map<String, Object>> composed(Arbitrary<Map<String, Object>> inner) {
        Arbitrary<Object> one = inner.map(schema -> schema);
        Arbitrary<Object> several = inner.list().ofMinSize(1).ofMaxSize(3).map(schemas -> schemas);
        Arbitrary<Object> named =
                Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner).map(schemas -> schemas);
        return Combinators.combine(
                        limits(),
                        some(Map.of(
                                "oneOf", several,
                                "anyOf", several,
                                "allOf", several,
                                "prefixItems", several,
                                "items", one,
                                "not", one,
                                "additionalProperties", one,
                                "properties", named)))
                .as((own, parts) -> {
                    Map<String, Object> both = new TreeMap<>(own);
                    both.putAll(parts);
                    return both;
                });
    }

    /** A map with some of the keys, each with a value of its own kind. */
    private static Arbitrary<Map<String, Object>> some(Map<String, Arbitrary<Object>> kinds) {
        return Arbitraries.subsetOf(kinds.keySet()).flatMap(keys -> {
            Arbitrary<Map<String, Object>> map = Arbitraries.just(Map.of());
            for (String key : keys) {
                map = Combinators.combine(map, kinds.get(key)).as((known, value) -> {
                    Map<String, Object> more = new TreeMap<>(known);
                    more.put(key, value);
                    return more;
                });
            }
            return map;
        });
    }
}
