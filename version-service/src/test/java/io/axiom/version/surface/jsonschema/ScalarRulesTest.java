package io.axiom.version.surface.jsonschema;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.RISKY;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static io.axiom.language.version.surface.Judgement.UNDETERMINED;
import static io.axiom.version.surface.jsonschema.Compared.compare;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.SurfaceChange;
import org.junit.jupiter.api.Test;

/** Types, values, numbers and strings. */
class ScalarRulesTest {
    @Test
    void aChangeSaysWhereWhatAndWhy() {
        SurfaceChange change = compare(
                        "{'properties': {'a/b': {'minLength': 3}}}", "{'properties': {'a/b': {'minLength': 5}}}")
                .is(BREAKING)
                .change("string-min-length-increased");

        assertThat(change.path()).isEqualTo("/properties/a~1b/minLength");
        assertThat(change.previous()).isEqualTo("3");
        assertThat(change.current()).isEqualTo("5");
        assertThat(change.sentence()).isEqualTo("Strings must now have at least 5 characters; before, it was 3.");
    }

    @Test
    void everyIntegerIsANumberButNotTheReverse() {
        compare("{'type': 'integer'}", "{'type': 'number'}")
                .is(SAFE)
                .with("type-widened at /type")
                .adds();
        compare("{'type': 'number'}", "{'type': 'integer'}").is(BREAKING).with("type-narrowed at /type");
        compare("{'type': 'number', 'multipleOf': 1}", "{'type': 'integer'}").is(SAFE);
        compare("{'type': 'string'}", "{'type': 'integer'}").is(BREAKING).with("type-changed at /type");
    }

    @Test
    void aTypeMayBeImplied() {
        compare("{'enum': ['a', 'b']}", "{'enum': ['a', 'b'], 'type': 'string'}")
                .is(SAFE);
        compare("{'const': 1}", "{'type': 'integer'}").is(SAFE);
        compare("{'enum': ['a', 1]}", "{'enum': ['a', 1], 'type': 'string'}").is(BREAKING);
        compare("{'anyOf': [{'type': 'string'}, {'type': 'null'}]}", "{'type': ['string', 'null']}")
                .is(SAFE);
        compare("{'type': ['string', 'null']}", "{'anyOf': [{'type': 'null'}, {'type': 'string'}]}")
                .is(SAFE);
    }

    @Test
    void nullableAddsNullForThoseWhoKnowIt() {
        compare("{'type': 'string'}", "{'type': 'string', 'nullable': true}")
                .is(SAFE)
                .adds();
        compare("{'type': 'string', 'nullable': true}", "{'type': 'string'}")
                .is(BREAKING)
                .with("type-narrowed at /type");
        compare("{'type': ['string', 'null']}", "{'type': 'string', 'nullable': true}")
                .is(RISKY)
                .with("null-by-nullable-only at /nullable");
    }

    @Test
    void listedValuesCompareByValue() {
        compare("{'enum': ['a', 'b']}", "{'enum': ['b', 'a', 'c']}")
                .is(SAFE)
                .with("enum-value-added at /enum")
                .adds();
        compare("{'enum': ['a', 'b']}", "{'enum': ['b']}").is(BREAKING).with("enum-value-removed at /enum");
        compare("{'enum': [1, {'x': [2.0]}]}", "{'enum': [{'x': [2]}, 1.0]}")
                .is(SAFE)
                .with();
        compare("{'const': 'a'}", "{'enum': ['a', 'b']}").is(SAFE);
        compare("{'const': 'a'}", "{'const': 'b'}").is(BREAKING).with("const-changed at /const");
        compare("{'type': 'boolean'}", "{'enum': [true, false]}").is(SAFE);
        compare("{}", "{'const': 1}").is(BREAKING).with("const-added at /const");
    }

    @Test
    void whatAllListedValuesMeetIsNoRestriction() {
        compare("{'enum': ['aa', 'bbb']}", "{'minLength': 2, 'pattern': '^[ab]+$'}")
                .is(SAFE);
        compare("{'enum': ['aa', 'b']}", "{'minLength': 2}").is(BREAKING);
        compare("{'enum': ['aa']}", "{'format': 'email'}").is(BREAKING);
    }

    @Test
    void boundsCompareAcrossDraftsAndKeywords() {
        compare("{'minimum': 10}", "{'minimum': 11}").is(BREAKING).with("number-minimum-increased at /minimum");
        compare("{'exclusiveMaximum': 5}", "{'maximum': 5}")
                .is(SAFE)
                .with("number-maximum-became-inclusive at /maximum");
        compare("{'maximum': 5}", "{'exclusiveMaximum': 5}")
                .is(BREAKING)
                .with("number-maximum-became-exclusive at /exclusiveMaximum");
        compare("{'minimum': 5, 'exclusiveMinimum': true}", "{'exclusiveMinimum': 5}")
                .is(SAFE)
                .with();
        compare("{'type': 'integer', 'exclusiveMinimum': 9.5}", "{'type': 'integer', 'minimum': 10}")
                .is(SAFE);
        compare("{'type': 'string', 'minimum': 1}", "{'type': 'string', 'minimum': 2}")
                .is(SAFE)
                .with();
    }

    @Test
    void multiplesOfTenAreMultiplesOfFive() {
        compare("{'multipleOf': 10}", "{'multipleOf': 2.5}").is(SAFE);
        compare("{'multipleOf': 5}", "{'multipleOf': 10}")
                .is(BREAKING)
                .with("number-multiple-of-changed at /multipleOf");
        compare("{'type': 'integer'}", "{'type': 'integer', 'multipleOf': 0.1}").is(SAFE);
        compare("{'allOf': [{'multipleOf': 2}, {'multipleOf': 3}]}", "{'multipleOf': 6}")
                .is(SAFE);
    }

    @Test
    void aChangedPatternIsRefutedByASampleOrUndetermined() {
        compare("{'pattern': '^[a-z]*$'}", "{'pattern': '^[a-f]*$'}")
                .is(BREAKING)
                .with("string-pattern-changed at /pattern");
        compare("{'pattern': '^qu+x$'}", "{'pattern': '^qu{1,9}x$'}")
                .is(UNDETERMINED)
                .with("string-pattern-changed at /pattern");
        compare("{}", "{'pattern': '^a'}").is(BREAKING).with("string-pattern-added at /pattern");
        compare("{'pattern': '^a'}", "{'type': ['string', 'null'], 'pattern': '^a'}")
                .is(BREAKING)
                .with("type-narrowed at /type");
    }

    @Test
    void formatsCountAsIfTheyWereChecked() {
        compare("{'format': 'uri'}", "{'format': 'uri-reference'}").is(SAFE);
        compare("{'format': 'date'}", "{'format': 'date-time'}").is(BREAKING).with("string-format-changed at /format");
        compare("{'contentEncoding': 'base64'}", "{'type': ['string', 'number']}")
                .is(BREAKING);
        compare("{'contentSchema': {'type': 'string'}}", "{'contentSchema': {'type': 'number'}}")
                .is(UNDETERMINED)
                .with("string-content-schema-changed at /contentSchema");
    }
}
