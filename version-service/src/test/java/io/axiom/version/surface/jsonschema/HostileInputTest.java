package io.axiom.version.surface.jsonschema;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static io.axiom.language.version.surface.Judgement.UNDETERMINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.version.surface.jsonschema.document.SchemaText;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input meant to break, exhaust or mislead. The timeouts are far above what is measured. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileInputTest {
    private static final JsonSchemaComparator COMPARATOR = new JsonSchemaComparator();

    @Test
    void malformedTextIsRefusedWithLineAndColumn() {
        assertThat(refusal("{\n  \"type\": string\n}").detail()).contains("line 2, column 1");
        assertThat(refusal("{\"type\": \"string\"").code()).isEqualTo("surface.malformed");
        assertThat(refusal("{} {}").code()).isEqualTo("surface.malformed");
        assertThat(refusal("").code()).isEqualTo("surface.malformed");
        assertThat(refusal("[1]").code()).isEqualTo("surface.malformed");
        assertThat(refusal("type: [a\nb: c").code()).isEqualTo("surface.malformed");
        assertThat(refusal("just text").code()).isEqualTo("surface.malformed");
        assertThat(refusal("a: *nothing").code()).isEqualTo("surface.malformed");
        assertThat(refusal("a: 1\n---\nb: 2").code()).isEqualTo("surface.malformed");
        assertThat(refusal("\u0000").code()).isEqualTo("surface.malformed");
    }

    @Test
    void duplicateKeysAreRefused() {
        assertThat(refusal("{\"type\": \"string\", \"type\": \"number\"}").code())
                .isEqualTo("surface.duplicate-key");
        assertThat(refusal("type: string\ntype: number\n").code()).isEqualTo("surface.duplicate-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/schema.json",
                "https://json-schema.org/draft-07/schema#",
                "file:///etc/passwd",
                "other.json#/definitions/a",
                "//host/path",
                "jar:file:/x.jar!/y",
                "urn:example:other"
            })
    void referencesToElsewhereAreRefusedAndNeverFollowed(String reference) {
        Rejection refusal = refusal("{\"properties\": {\"a\": {\"$ref\": \"" + reference + "\"}}}");

        assertThat(refusal.code()).isEqualTo("surface.external-reference");
        assertThat(refusal.detail()).contains("/properties/a").contains(reference);
    }

    @Test
    void aPropertyNamedLikeAReferenceIsNone() {
        String schema =
                "{\"properties\": {\"$ref\": {\"type\": \"string\"}}, \"const\": {\"$ref\": \"http://example.com\"}}";
        assertThat(COMPARATOR.compare(schema, schema).verdict()).isEqualTo(SAFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/definitions/none", "#nowhere", "#/properties/a/type", "#/-1", "#/properties/~2"})
    void referencesToNothingAreRefused(String reference) {
        String schema = "{\"properties\": {\"a\": {\"$ref\": \"" + reference + "\", \"type\": \"string\"}}}";
        assertThat(refusal(schema).code()).isEqualTo("surface.reference-unresolved");
    }

    @Test
    void depthIsLimited() {
        assertThat(refusal("{\"not\":".repeat(100_000)).code()).isEqualTo("surface.too-deep");
        assertThat(refusal("[".repeat(100_000)).code()).isEqualTo("surface.too-deep");
        assertThat(refusal("a: " + "{b: ".repeat(100_000)).code()).isEqualTo("surface.too-deep");
        String deep = "{\"not\":".repeat(150) + "{}" + "}".repeat(150);
        assertThat(COMPARATOR
                        .compare(deep, deep.replace("{}", "{\"type\":\"null\"}"))
                        .changes())
                .isNotEmpty();
    }

    @Test
    void sizeIsLimited() {
        assertThat(refusal(" ".repeat(SchemaText.MAX_CHARACTERS) + "{}").code()).isEqualTo("surface.too-large");
        assertThat(refusal("{\"enum\":[" + "1,".repeat(3_000_000) + "1]}").code())
                .isEqualTo("surface.too-large");
    }

    @Test
    void aYamlDocumentSmallByItsAliasesOnlyIsTooLarge() {
        String bomb = "l0: &l0 [x,x,x,x,x,x,x,x,x,x]\n"
                + IntStream.range(1, 12)
                        .mapToObj(i ->
                                "l" + i + ": &l" + i + " [" + ("*l" + (i - 1) + ",").repeat(9) + "*l" + (i - 1) + "]\n")
                        .collect(Collectors.joining());
        assertThat(refusal(bomb).code()).isEqualTo("surface.too-large");
    }

    @Test
    void aWideSchemaOfTwentyMegabytesIsAnswered() {
        String previous = wide(3);
        String current = wide(4);
        assertThat(previous.length()).isGreaterThan(20_000_000).isLessThanOrEqualTo(SchemaText.MAX_CHARACTERS);

        SurfaceComparison wider = COMPARATOR.compare(current, previous);

        assertThat(wider.verdict()).isEqualTo(SAFE);
        assertThat(wider.changes()).hasSizeLessThan(10_010);
        assertThat(wider.changes()).anyMatch(change -> change.rule().equals("further-changes"));
    }

    private static String wide(int length) {
        StringBuilder text = new StringBuilder("{\"type\":\"object\",\"properties\":{");
        for (int i = 0; text.length() < 20_000_000; i++) {
            text.append("\"p")
                    .append(i)
                    .append("\":{\"type\":\"string\",\"minLength\":")
                    .append(length)
                    .append("},");
        }
        return text.append("\"last\":{}}}").toString();
    }

    @Test
    void schemasThatMultiplyWhenWrittenOutAreNotWrittenOut() {
        String definitions = IntStream.range(0, 60)
                .mapToObj(i ->
                        "\"d%d\":{\"allOf\":[{\"$ref\":\"#/$defs/d%d\"},{\"$ref\":\"#/$defs/d%d\"}],\"properties\":{\"p\":{\"$ref\":\"#/$defs/d%d\"}}}"
                                .formatted(i, i + 1, i + 1, i + 1))
                .collect(Collectors.joining(","));
        String schema = "{\"$ref\":\"#/$defs/d0\",\"$defs\":{" + definitions + ",\"d60\":{\"maxLength\":%d}}}";

        assertThat(COMPARATOR.compare(schema.formatted(1), schema.formatted(2)).verdict())
                .isIn(SAFE, UNDETERMINED);
        assertThat(COMPARATOR.compare(schema.formatted(2), schema.formatted(1)).verdict())
                .isEqualTo(BREAKING);
    }

    @Test
    void aLongChainOfReferencesIsFollowed() {
        String chain = IntStream.range(0, 50_000)
                .mapToObj(i -> "\"d" + i + "\":{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}")
                .collect(Collectors.joining(
                        ",", "{\"$ref\":\"#/$defs/d0\",\"$defs\":{", ",\"d50000\":{\"minLength\":%d}}}"));

        assertThat(COMPARATOR.compare(chain.formatted(1), chain.formatted(2)).verdict())
                .isEqualTo(BREAKING);
    }

    @Test
    void aLongChainThroughPropertiesIsCutOff() {
        String chain = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"d" + i + "\":{\"properties\":{\"p\":{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}}}")
                .collect(Collectors.joining(
                        ",", "{\"$ref\":\"#/$defs/d0\",\"$defs\":{", ",\"d20000\":{\"minLength\":%d}}}"));

        assertThat(COMPARATOR.compare(chain.formatted(1), chain.formatted(2)).verdict())
                .isEqualTo(UNDETERMINED);
    }

    @Test
    void schemasTooManyToHoldTogetherAreNotFollowed() {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"required\":[\"a" + i + "\"],\"properties\":{\"a" + i + "\":{\"minLength\":%d}}}")
                .collect(Collectors.joining(",", "{\"allOf\":[", "]}"));

        assertThat(COMPARATOR
                        .compare(many.replace("%d", "2"), many.replace("%d", "1"))
                        .verdict())
                .isEqualTo(UNDETERMINED);
    }

    @Test
    void longListsOfValuesAreAnswered() {
        String values = IntStream.range(0, 300_000)
                .mapToObj(i -> "\"v" + i + "\"")
                .collect(Collectors.joining(",", "{\"enum\":[", "%s]}"));

        assertThat(COMPARATOR
                        .compare(values.replace("%s", ",1"), values.replace("%s", ",2"))
                        .changes())
                .hasSize(2);
    }

    @Test
    void expressionsAndNumbersCannotBeMadeExpensive() {
        String names = IntStream.range(0, 2_000)
                .mapToObj(i -> "\"" + "a".repeat(30) + i + "\":{}")
                .collect(Collectors.joining(",", "{\"properties\":{", "}"));
        String slow =
                names + ",\"patternProperties\":{\"^(a+)+$\":{\"type\":\"%s\"},\"((((a{99}){99}){99}){99})\":{}}}";
        assertThat(COMPARATOR
                        .compare(slow.formatted("number"), slow.formatted("string"))
                        .verdict())
                .isEqualTo(BREAKING);

        String huge = "{\"type\":\"integer\",\"multipleOf\":%s,\"minimum\":-1e999999999,\"maximum\":1e999999999}";
        assertThat(COMPARATOR
                        .compare(huge.formatted("1e999999999"), huge.formatted("7"))
                        .verdict())
                .isEqualTo(UNDETERMINED);
        assertThat(COMPARATOR
                        .compare(huge.formatted("1e-999999999"), huge.formatted("7"))
                        .verdict())
                .isEqualTo(UNDETERMINED);
    }

    private static Rejection refusal(String schema) {
        RejectedException refused =
                catchThrowableOfType(RejectedException.class, () -> COMPARATOR.compare("{}", schema));
        assertThat(refused)
                .as("%s", schema.substring(0, Math.min(80, schema.length())))
                .isNotNull();
        return refused.rejection();
    }
}
