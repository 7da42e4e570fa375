package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.version.surface.openapi.document.DocumentReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents that are wrong, or made to exhaust. The time limit is there to fail, not to measure. */
@Timeout(120)
class HostileDocumentsTest {
    private static final String FINE = "openapi: 3.0.3\npaths: {}\n";

    @Test
    void whatIsNotOpenApiIsNamed() {
        refused("swagger: '2.0'", "surface.not-openapi", "swagger: 2.0");
        refused("asyncapi: 3.0.0", "surface.not-openapi", "asyncapi: 3.0.0");
        refused("openapi: 4.0.0", "surface.not-openapi", "openapi: 4.0.0");
        refused("hello", "surface.not-openapi", "hello");
        refused("[1, 2]", "surface.not-openapi", "an array of 2");
    }

    @Test
    void whatIsMalformedIsToldWithLineAndColumn() {
        refused("", "surface.malformed", "it is empty");
        refused("{\"openapi\": \"3.0.0\",\n \"paths\": {,}}", "surface.malformed", "line 2, column 12");
        refused("openapi: 3.0.0\npaths:\n  - a\n b: [", "surface.malformed", "line 4");
        refused("{\"openapi\":\"3.0.0\",\"a\":1,\"a\":2}", "surface.malformed", "\"a\" stands twice");
        refused("openapi: 3.0.0\n---\nopenapi: 3.0.0", "surface.malformed", "second document");
        refused("\0\1", "surface.malformed", "line 1");
    }

    @Test
    void aSchemaThatIsNoneIsMalformed() {
        assertThatThrownBy(() -> Documents.compare(Documents.request("[]"), Documents.request("{}")))
                .isInstanceOfSatisfying(RejectedException.class, refused -> {
                    assertThat(refused.rejection().code()).isEqualTo("surface.malformed");
                    assertThat(refused.rejection().detail()).contains("an array of 0");
                });
    }

    @Test
    void referencesOutsideAreNeverFollowed() {
        refused(Documents.request("{$ref: 'https://example.com/a.yaml'}"), "surface.external-reference", "example.com");
        refused(Documents.request("{$ref: '../../etc/passwd'}"), "surface.external-reference", "requestBody");
        refused(Documents.request("{properties: {example: {$ref: a.json}}}"), "surface.external-reference", "a.json");
        assertThat(Documents.rules(
                        Documents.request("{example: {$ref: 'https://example.com'}}"), Documents.request("{}")))
                .isEmpty();
    }

    @Test
    void referencesThatLeadNowhereAreRefused() {
        refused(Documents.request("{$ref: '#/components/schemas/A'}"), "surface.reference-not-found", "schemas/A");
        String loop =
                "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}";
        refused(Documents.request("{$ref: '#/components/schemas/A'}") + loop, "surface.reference-loop", "schemas/");
    }

    @Test
    void aliasesCountWrittenOut() {
        StringBuilder bomb = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        refused(bomb.toString(), "surface.too-large", "aliases written out");
        refused("openapi: 3.0.0\na: &a [*a]", "surface.malformed", "*a has no anchor");
    }

    @Test
    void depthIsLimited() {
        refused("{\"openapi\":\"3.0.0\",\"x\":" + "[".repeat(100_000), "surface.too-deep", "250 levels");
        refused("openapi: 3.0.0\nx: " + "[".repeat(100_000), "surface.too-deep", "250 levels");
        String block =
                IntStream.range(0, 500).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
        refused("openapi: 3.0.0\n" + block, "surface.too-deep", "250 levels");
    }

    @Test
    void sizeIsLimited() {
        refused(" ".repeat(DocumentReader.MAX_LENGTH + 1), "surface.too-large", "characters");
    }

    @Test
    void tagsOfYamlCreateNothing() {
        SurfaceComparison comparison = Documents.compare(FINE + "x-a: !!java.net.URL [http://example.com]\n", FINE);
        assertThat(comparison.changes()).isEmpty();
    }

    @Test
    void sharedSchemasAreNotWrittenOut() {
        String schemas = IntStream.range(0, 60)
                .mapToObj(i ->
                        "S%d: {properties: {a: {$ref: '#/components/schemas/S%d'}, b: {$ref: '#/components/schemas/S%d'}}}"
                                .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(", "));
        String before = Documents.response("{$ref: '#/components/schemas/S0'}") + "components: {schemas: {" + schemas
                + ", S60: {type: string}}}";
        assertThat(Documents.rules(before, before + " ")).isEmpty();
        SurfaceComparison comparison = Documents.compare(before, before.replace("type: string", "type: integer"));
        assertThat(comparison.verdict()).isEqualTo(Judgement.BREAKING);
        assertThat(comparison.changes().size()).isLessThanOrEqualTo(10_001);
        assertThat(Documents.rules(comparison)).contains("comparison-incomplete undetermined");
    }

    @Test
    void chainsOfReferencesDoNotOverflow() {
        String schemas = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"S%d\":{\"properties\":{\"n\":%s}}".formatted(i, reference(i + 1)))
                .collect(Collectors.joining(","));
        String before = json(schemas + ",\"S20000\":{\"type\":\"string\"}");
        assertThat(Documents.rules(before, before.replace("\"string\"", "\"integer\"")))
                .containsExactly("request-property-too-deep undetermined");
    }

    @Test
    void partsThatMultiplyAreNotMergedForEver() {
        int[] lengths = {2, 3, 5, 7, 11, 13, 17, 19};
        String schemas = IntStream.of(lengths)
                .boxed()
                .flatMap(length -> IntStream.range(0, length)
                        .mapToObj(i ->
                                "C%d-%d: {properties: {x: {$ref: '#/components/schemas/C%d-%d'}, y: {type: string}}}"
                                        .formatted(length, i, length, (i + 1) % length)))
                .collect(Collectors.joining(", "));
        String parts = IntStream.of(lengths)
                .mapToObj(length -> "{$ref: '#/components/schemas/C%d-0'}".formatted(length))
                .collect(Collectors.joining(", "));
        String before = Documents.response("{allOf: [" + parts + "]}") + "components: {schemas: {" + schemas + "}}";
        assertThat(Documents.rules(before, before.replace("type: string", "type: integer")))
                .contains("response-property-type-changed breaking")
                .anyMatch(rule -> rule.endsWith(" undetermined"));
    }

    @Test
    void pairsOfCyclesAreLimited() {
        assertThatThrownBy(() -> Documents.compare(cycle(997), cycle(991)))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("surface.too-complex"));
    }

    private static String cycle(int length) {
        return json(IntStream.range(0, length)
                .mapToObj(i -> "\"S%d\":{\"properties\":{\"n\":%s}}".formatted(i, reference((i + 1) % length)))
                .collect(Collectors.joining(",")));
    }

    /** A document whose one operation is sent the first of these schemas. */
    private static String json(String schemas) {
        return "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"requestBody\":{\"content\":{\"a/b\":{\"schema\":"
                + reference(0) + "}}}}}},\"components\":{\"schemas\":{" + schemas + "}}}";
    }

    private static String reference(int schema) {
        return "{\"$ref\":\"#/components/schemas/S" + schema + "\"}";
    }

    @Test
    void hugeNumbersAreCompared() {
        assertThat(Documents.rules(
                        Documents.request("{multipleOf: 1e-100000000, minimum: 1e999999999}"),
                        Documents.request("{multipleOf: 1e100000000, minimum: 1e-999999999}")))
                .contains("request-body-multiple-of-changed breaking", "request-body-min-decreased safe");
    }

    @Test
    void wrongTypesEverywhereAreNoCrash() {
        String odd = "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":null,\"/b\":[],\"/c\":{\"get\":{\"parameters\":{},"
                + "\"responses\":[],\"security\":{},\"tags\":5,\"callbacks\":[1],\"requestBody\":{\"content\":[]}}}},"
                + "\"components\":5,\"servers\":{},\"security\":7,\"webhooks\":[]}";
        String after = "openapi: 3.0.0\npaths: {/c: {get: {parameters: [1, null], responses: {'200': 5}, tags: {}}}}\n";
        assertThat(Documents.compare(odd, after).changes()).isNotEmpty();
        assertThat(Documents.compare(after, odd).changes()).isNotEmpty();
    }

    @Test
    void theLargestDocumentIsCompared() {
        String before = large("string");
        assertThat(before.length()).isBetween(18_500_000, DocumentReader.MAX_LENGTH);
        assertThat(Documents.rules(before, before + " ")).isEmpty();
    }

    private static String large(String type) {
        String field = ":{\"type\":\"" + type + "\",\"description\":\"" + "some words ".repeat(20) + "\"}";
        String fields =
                IntStream.range(0, 10).mapToObj(i -> "\"f" + i + "\"" + field).collect(Collectors.joining(","));
        StringBuilder text = new StringBuilder("{\"openapi\":\"3.0.3\",\"paths\":{");
        StringBuilder schemas = new StringBuilder();
        for (int i = 0; i < 7_000; i++) {
            String comma = i == 0 ? "" : ",";
            text.append(comma)
                    .append("\"/p%d\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":"
                            .formatted(i))
                    .append("{\"$ref\":\"#/components/schemas/S%d\"}}}}}}".formatted(i));
            schemas.append(comma)
                    .append("\"S%d\":{\"properties\":{".formatted(i))
                    .append(fields)
                    .append("}}");
        }
        return text.append("},\"components\":{\"schemas\":{")
                .append(schemas)
                .append("}}}")
                .toString();
    }

    @Test
    void longNamesDoNotMultiply() {
        String name = "x".repeat(1_500);
        String schemas = IntStream.range(0, 100)
                .mapToObj(i -> "\"S%d\":{\"properties\":{\"%s\":%s,\"b\":%s}}"
                        .formatted(i, name, reference(i + 1), reference(i + 1)))
                .collect(Collectors.joining(","));
        String before = json(schemas + ",\"S100\":{\"type\":\"string\"}");
        SurfaceComparison comparison = Documents.compare(before, before.replace("\"string\"", "\"integer\""));
        assertThat(comparison.changes().stream()
                        .mapToLong(change -> change.path().length())
                        .sum())
                .isLessThan(20_000_000);
    }

    private static void refused(String document, String code, String detail) {
        assertThatThrownBy(() -> Documents.compare(document, document))
                .isInstanceOfSatisfying(RejectedException.class, refused -> {
                    assertThat(refused.rejection().code()).isEqualTo(code);
                    assertThat(refused.rejection().detail()).contains(detail).contains("previous document");
                });
        assertThatThrownBy(() -> Documents.compare(FINE, document))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().detail()).contains("current document"));
    }
}
