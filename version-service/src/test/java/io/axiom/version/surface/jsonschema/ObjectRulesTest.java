package io.axiom.version.surface.jsonschema;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static io.axiom.language.version.surface.Judgement.UNDETERMINED;
import static io.axiom.version.surface.jsonschema.Compared.compare;

import org.junit.jupiter.api.Test;

/** Properties, names, dependencies. */
class ObjectRulesTest {
    @Test
    void aNewPropertyIsSafeInAClosedModelOnly() {
        compare(
                        "{'properties': {'a': {}}, 'additionalProperties': false}",
                        "{'properties': {'a': {}, 'b': {'type': 'string'}}, 'additionalProperties': false}")
                .is(SAFE)
                .with("property-added at /properties/b")
                .adds();
        compare("{'properties': {'a': {}}}", "{'properties': {'a': {}, 'b': {'type': 'string'}}}")
                .is(BREAKING)
                .with("property-added-to-open-model at /properties/b");
        compare(
                        "{'additionalProperties': {'type': 'string'}}",
                        "{'properties': {'b': {'type': 'string'}}, 'additionalProperties': {'type': 'string'}}")
                .is(SAFE)
                .with("property-added at /properties/b");
        compare("{'properties': {'a': {}}}", "{'properties': {'a': {}, 'b': true}}")
                .is(SAFE)
                .adds();
    }

    @Test
    void aPropertyGoneIsSafeWhereItMayStillOccur() {
        compare("{'properties': {'a': {'type': 'string'}}}", "{'properties': {}}")
                .is(SAFE)
                .with("property-removed at /properties/a");
        compare("{'properties': {'a': {'type': 'string'}}}", "{'properties': {}, 'additionalProperties': false}")
                .is(BREAKING)
                .with(
                        "property-removed-from-closed-model at /properties/a",
                        "additional-properties-forbidden at /additionalProperties");
        compare(
                        "{'properties': {'a': {'type': 'string'}}, 'additionalProperties': false}",
                        "{'additionalProperties': {'type': 'number'}}")
                .is(BREAKING)
                .with(
                        "property-removed-narrower at /properties/a",
                        "schema-now-allows-something at /additionalProperties");
    }

    @Test
    void requiredIsBreakingOptionalIsSafe() {
        compare("{'properties': {'a': {}}}", "{'properties': {'a': {}}, 'required': ['a']}")
                .is(BREAKING)
                .with("property-became-required at /required");
        compare("{'type': 'object'}", "{'type': 'object', 'required': ['a']}")
                .is(BREAKING)
                .with("required-property-added at /required");
        compare("{'required': ['a', 'b']}", "{'required': ['b']}")
                .is(SAFE)
                .with("property-became-optional at /required");
        compare("{'type': 'string'}", "{'type': 'string', 'required': ['b']}")
                .is(SAFE)
                .with();
        compare("{'required': ['a', 'b']}", "{'required': ['a', 'b'], 'minProperties': 2}")
                .is(SAFE);
    }

    @Test
    void expressionsApplyToDeclaredNames() {
        compare(
                        "{'patternProperties': {'^s': {'type': 'string'}}}",
                        "{'properties': {'sa': {'type': 'string'}}, 'patternProperties': {'^s': {}}}")
                .is(SAFE);
        compare(
                        "{'properties': {'sa': {'type': 'number'}}, 'additionalProperties': false}",
                        "{'patternProperties': {'^s': {'type': 'string'}}}")
                .is(BREAKING);
        compare("{'additionalProperties': {'type': 'string'}}", "{'patternProperties': {'^s': {'type': 'string'}}}")
                .is(SAFE);
        compare("{}", "{'patternProperties': {'^s': {'type': 'string'}}}")
                .is(BREAKING)
                .with("pattern-property-added at /patternProperties/^s");
        compare(
                        "{'patternProperties': {'^s': {'type': 'string'}}, 'additionalProperties': false}",
                        "{'patternProperties': {'^t': {'type': 'string'}}, 'additionalProperties': false}")
                .is(BREAKING);
    }

    @Test
    void anExpressionNobodyUnderstandsIsUndeterminedWhereItMatters() {
        String before = "{'patternProperties': {'(?=s)': {'type': 'string'}}, 'additionalProperties': false}";
        compare(before, before.replace("'string'", "['string', 'null']")).is(SAFE);
        compare(
                        before,
                        "{'properties': {'sa': {'type': 'string'}}, 'patternProperties': {'(?=s)': {'type': 'string'}}, 'additionalProperties': false}")
                .is(UNDETERMINED);
    }

    @Test
    void propertyNamesMayBeWidened() {
        compare("{'propertyNames': {'maxLength': 3}}", "{'propertyNames': {'maxLength': 5}}")
                .is(SAFE)
                .with("string-max-length-increased at /propertyNames/maxLength");
        compare("{}", "{'propertyNames': {'maxLength': 5}}")
                .is(BREAKING)
                .with("property-names-restricted at /propertyNames");
        compare(
                        "{'properties': {'abc': {}}, 'additionalProperties': false}",
                        "{'properties': {'abc': {}}, 'additionalProperties': false, 'propertyNames': {'maxLength': 3}}")
                .is(SAFE);
    }

    @Test
    void dependenciesInAllTheirSpellings() {
        compare("{'dependencies': {'a': ['b']}}", "{'dependentRequired': {'a': ['b']}}")
                .is(SAFE);
        compare("{'dependentRequired': {'a': ['b']}}", "{'dependentRequired': {'a': ['b', 'c']}}")
                .is(BREAKING)
                .with("dependent-property-required at /dependentRequired/a");
        compare("{'dependentRequired': {'a': ['b'], 'b': ['c']}}", "{'dependentRequired': {'a': ['c']}}")
                .is(SAFE);
        compare("{'required': ['b']}", "{'required': ['b'], 'dependentRequired': {'a': ['b']}}")
                .is(SAFE);
        compare(
                        "{'dependentSchemas': {'a': {'maxProperties': 2}}}",
                        "{'dependentSchemas': {'a': {'maxProperties': 3}}}")
                .is(SAFE)
                .with("object-max-properties-increased at /dependentSchemas/a/maxProperties");
        compare("{}", "{'dependentSchemas': {'a': {'maxProperties': 3}}}")
                .is(BREAKING)
                .with("dependent-schema-added at /dependentSchemas/a");
        compare("{'maxProperties': 2}", "{'dependentSchemas': {'a': {'maxProperties': 3}}}")
                .is(SAFE);
    }

    @Test
    void unevaluatedPropertiesCountWhatStandsBesideThem() {
        String base = "'$defs': {'base': {'properties': {'a': {}}}}, 'allOf': [{'$ref': '#/$defs/base'}]";
        compare(
                        "{" + base + ", 'unevaluatedProperties': false}",
                        "{" + base + ", 'properties': {'b': {'type': 'string'}}, 'unevaluatedProperties': false}")
                .is(SAFE)
                .adds();
        compare(
                        "{" + base + ", 'properties': {'b': {}}, 'unevaluatedProperties': false}",
                        "{" + base + ", 'unevaluatedProperties': false}")
                .is(BREAKING);
        compare(
                        "{'properties': {'a': {}}, 'additionalProperties': false}",
                        "{'properties': {'a': {}}, 'unevaluatedProperties': false}")
                .is(SAFE);
    }

    @Test
    void whatBranchesSpeakOfIsUndetermined() {
        String branches = "'anyOf': [{'properties': {'a': {}}}, {'required': ['b']}]";
        compare("{" + branches + "}", "{" + branches + ", 'unevaluatedProperties': false}")
                .is(UNDETERMINED);
        compare(
                        "{" + branches + ", 'unevaluatedProperties': false, 'maxProperties': 3}",
                        "{" + branches + ", 'unevaluatedProperties': false, 'maxProperties': 4}")
                .is(SAFE);
    }
}
