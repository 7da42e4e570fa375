package io.axiom.version.surface.jsonschema;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static io.axiom.language.version.surface.Judgement.UNDETERMINED;
import static io.axiom.version.surface.jsonschema.Compared.compare;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** References, recursion, dialects, annotations, keywords not understood, definitions. */
class DocumentTest {
    @Test
    void whatIsReferredToTwiceIsReportedOnceWhereItStands() {
        String schema =
                "{'properties': {'home': {'$ref': '#/$defs/A'}, 'work': {'$ref': '#/$defs/A'}}, '$defs': {'A': {'minLength': %d}}}";
        compare(schema.formatted(1), schema.formatted(2))
                .is(BREAKING)
                .with("string-min-length-increased at /$defs/A/minLength");
    }

    @Test
    void aReferenceMayBeWrittenOut() {
        compare(
                        "{'properties': {'a': {'$ref': '#/definitions/A'}}, 'definitions': {'A': {'type': 'string'}}}",
                        "{'properties': {'a': {'type': 'string'}}}")
                .is(SAFE);
    }

    @Test
    void referencesGoByPointerAnchorAndIdentifier() {
        String target =
                "{'$id': 'https://example.com/root.json', '$ref': '%s', '$defs': {'a b': {'$anchor': 'here', 'type': 'string'}, 'c': {'$id': 'other.json', 'type': 'string'}}}";
        for (String reference : new String[] {
            "#/$defs/a%20b", "#here", "root.json#here", "https://example.com/other.json", "other.json#"
        }) {
            compare("{'type': 'string'}", target.replace("%s", reference)).is(SAFE);
            compare("{'type': 'number'}", target.replace("%s", reference)).is(BREAKING);
        }
    }

    @Test
    void dynamicReferencesWithOneTargetAreFollowed() {
        String tree =
                "{'$schema': 'https://json-schema.org/draft/2020-12/schema', '$dynamicAnchor': 'node', 'properties': {'v': {'type': '%s'}, 'next': {'$dynamicRef': '#node'}}}";
        compare(tree.formatted("integer"), tree.formatted("number"))
                .is(SAFE)
                .with("type-widened at /properties/v/type");
        String old =
                "{'$schema': 'https://json-schema.org/draft/2019-09/schema', '$recursiveAnchor': true, 'properties': {'v': {'type': '%s'}, 'next': {'$recursiveRef': '#'}}}";
        compare(old.formatted("number"), old.formatted("integer")).is(BREAKING);
    }

    @Test
    void recursiveSchemasEnd() {
        String list =
                "{'$ref': '#/$defs/list', '$defs': {'list': {'properties': {'value': {'type': '%s'}, 'next': {'$ref': '#/$defs/list'}}}}}";
        compare(list.formatted("integer"), list.formatted("number")).is(SAFE);
        compare(list.formatted("number"), list.formatted("integer")).is(BREAKING);
        String unrolled =
                "{'properties': {'value': {'type': 'number'}, 'next': {'$ref': '#/$defs/list'}}, '$defs': {'list': {'properties': {'value': {'type': 'number'}, 'next': {'$ref': '#/$defs/list'}}}}}";
        compare(list.formatted("number"), unrolled).is(SAFE);
    }

    @Test
    void aSchemaThatIsItselfForTheSameInstanceIsUndetermined() {
        compare("{'anyOf': [{'$ref': '#'}, {'type': 'string'}]}", "{'anyOf': [{'$ref': '#'}, {'type': 'number'}]}")
                .is(BREAKING);
        compare("{'anyOf': [{'$ref': '#'}], 'minLength': 1}", "{'anyOf': [{'$ref': '#'}], 'minLength': 0}")
                .is(UNDETERMINED);
    }

    @Test
    void untilDraft7NothingCountsBesideAReference() {
        String schema =
                "{'$schema': '%s', 'properties': {'a': {'$ref': '#/definitions/A', 'minLength': %d}}, 'definitions': {'A': {'type': 'string'}}}";
        String seven = "http://json-schema.org/draft-07/schema#";
        String newest = "https://json-schema.org/draft/2020-12/schema";
        compare(schema.formatted(seven, 1), schema.formatted(seven, 2)).is(SAFE).with();
        compare(schema.formatted(newest, 1), schema.formatted(newest, 2)).is(BREAKING);
        compare(schema.formatted(newest, 1), schema.formatted(seven, 1)).is(SAFE);
        compare(schema.formatted(seven, 1), schema.formatted(newest, 1)).is(BREAKING);
    }

    @Test
    void aKeywordOutsideItsDraftIsNotUnderstood() {
        String four = "{'$schema': 'http://json-schema.org/draft-04/schema#', 'const': %d}";
        compare(four.formatted(1), four.formatted(1)).is(SAFE).with();
        compare(four.formatted(1), four.formatted(2)).is(UNDETERMINED).with("keyword-not-understood at /const");
    }

    @Test
    void whatIsNotUnderstoodIsNeverSafe() {
        compare("{'type': 'string', 'strange': 1}", "{'type': 'string', 'strange': 2}")
                .is(UNDETERMINED)
                .with("keyword-not-understood at /strange");
        compare("{'type': 'string', 'strange': 1}", "{'type': 'string'}").is(UNDETERMINED);
        compare("{'strange': 1}", "{}").is(UNDETERMINED);
        compare("{'type': 'string', 'strange': 1}", "{'type': ['string', 'null'], 'strange': 1}")
                .is(SAFE);
        compare("{'properties': {'a': {'required': true}}}", "{'properties': {'a': {'required': false}}}")
                .is(UNDETERMINED);
        compare(
                        "{'$schema': 'https://example.com/own', 'type': 'string'}",
                        "{'$schema': 'https://example.com/other', 'type': 'string'}")
                .is(UNDETERMINED)
                .with("dialect-not-understood at /$schema");
    }

    @Test
    void annotationsAreSafe() {
        compare("{'title': 'A', 'type': 'string', 'default': 1}", "{'title': 'B', 'type': 'string', 'examples': ['x']}")
                .is(SAFE)
                .with(
                        "annotation-changed at /title",
                        "annotation-changed at /default",
                        "annotation-changed at /examples");
    }

    @Test
    void definitionsNobodyUsesMatterInALibraryOnly() {
        compare("{'type': 'string', '$defs': {'a': {}}}", "{'type': 'string'}")
                .is(SAFE)
                .with();
        compare("{'$defs': {'a': {'type': 'integer'}, 'b': {}}}", "{'$defs': {'a': {'type': 'number'}, 'c': {}}}")
                .is(BREAKING)
                .with(
                        "type-widened at /$defs/a/type",
                        "definition-removed at /$defs/b",
                        "definition-added at /$defs/c");
    }

    @Test
    void yamlIsReadLikeJson() {
        String yaml = """
                type: object
                properties:
                  first: &text
                    type: string
                    maxLength: 5
                  second: *text
                """;
        compare(
                        yaml,
                        "{'type': 'object', 'properties': {'first': {'type': 'string', 'maxLength': 5}, 'second': {'type': 'string', 'maxLength': 4}}}")
                .is(BREAKING)
                .with("string-max-length-decreased at /properties/second/maxLength");
        assertThat(compare(yaml, yaml).comparison().changes()).isEmpty();
    }
}
