package io.axiom.version.surface.jsonschema;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.RISKY;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static io.axiom.language.version.surface.Judgement.UNDETERMINED;
import static io.axiom.version.surface.jsonschema.Compared.compare;

import org.junit.jupiter.api.Test;

/** allOf, anyOf, oneOf, not, if. */
class LogicRulesTest {
    @Test
    void allOfIsWhatItsPartsSayTogether() {
        compare("{'allOf': [{'type': 'string'}, {'maxLength': 5}]}", "{'maxLength': 5, 'type': 'string'}")
                .is(SAFE);
        compare("{'type': 'string'}", "{'allOf': [{'type': 'string'}, {'maxLength': 5}]}")
                .is(BREAKING)
                .with("string-max-length-added at /allOf/1/maxLength");
    }

    @Test
    void anAlternativeMoreIsAnAdditionOneLessIsBreaking() {
        String two = "{'anyOf': [{'type': 'string'}, {'type': 'number'}]}";
        String three = "{'anyOf': [{'type': 'number'}, {'type': 'null'}, {'type': 'string'}]}";
        compare(two, three).is(SAFE).adds();
        compare(three, two).is(BREAKING).change("any-of-alternative-removed");
        compare("{'type': 'number'}", two).is(SAFE);
        compare("{}", two).is(BREAKING).change("any-of-added");
    }

    @Test
    void aNarrowedAlternativeIsExplained() {
        compare(
                        "{'anyOf': [{'type': 'string'}, {'type': 'number'}]}",
                        "{'anyOf': [{'type': 'string'}, {'type': 'number', 'minimum': 1}]}")
                .is(BREAKING)
                .with("any-of-alternative-narrowed at /anyOf/1", "number-minimum-added at /anyOf/1/minimum");
    }

    @Test
    void oneOfIsSafeWhereTheAlternativesExcludeEachOther() {
        String tagged =
                "{'oneOf': [{'required': ['k'], 'properties': {'k': {'const': 'a'}, 'n': {'maximum': %d}}}, {'required': ['k'], 'properties': {'k': {'const': 'b'}}}]}";
        compare(tagged.formatted(1), tagged.formatted(2)).is(SAFE);
        compare(tagged.formatted(2), tagged.formatted(1)).is(BREAKING);
        compare("{'oneOf': [{'maximum': 1}, {'minimum': 5}]}", "{'oneOf': [{'maximum': 4}, {'minimum': 3}]}")
                .is(SAFE);
        compare("{'oneOf': [{'maxLength': 3}, {'pattern': 'a'}]}", "{'oneOf': [{'maxLength': 5}, {'pattern': 'a'}]}")
                .is(RISKY)
                .change("one-of-may-overlap");
        compare("{'oneOf': [{'maxLength': 3}, {'pattern': 'a'}]}", "{'anyOf': [{'maxLength': 3}, {'pattern': 'a'}]}")
                .is(SAFE);
        compare("{'anyOf': [{'maxLength': 3}, {'pattern': 'a'}]}", "{'oneOf': [{'maxLength': 3}, {'pattern': 'a'}]}")
                .is(BREAKING)
                .change("one-of-excludes-overlap");
    }

    @Test
    void oneOfDemandsThatNoOtherAlternativeAllowsIt() {
        compare("{'type': 'string'}", "{'oneOf': [{'type': 'string'}, {'type': 'number'}]}")
                .is(SAFE);
        compare("{'type': 'string'}", "{'oneOf': [{'type': 'string'}, {'type': ['string', 'null']}]}")
                .is(BREAKING)
                .change("one-of-added");
        compare("{'type': 'string'}", "{'oneOf': [{'type': 'string'}, {'pattern': '^a'}]}")
                .is(UNDETERMINED);
    }

    @Test
    void notIsComparedTheOtherWayRound() {
        compare("{'not': {'type': ['string', 'null']}}", "{'not': {'type': 'string'}}")
                .is(SAFE)
                .with("not-narrowed at /not");
        compare("{'not': {'type': 'string'}}", "{'not': {'type': ['string', 'null']}}")
                .is(BREAKING)
                .with("not-widened at /not");
        compare("{'type': 'number'}", "{'type': 'number', 'not': {'type': 'string'}}")
                .is(SAFE);
        compare("{'type': 'number'}", "{'type': 'number', 'not': {'const': 3}}")
                .is(BREAKING)
                .with("not-added at /not");
    }

    @Test
    void underTheSameConditionBranchesCompare() {
        String schema =
                "{'if': {'properties': {'k': {'const': 1}}}, 'then': {'maxProperties': %d}, 'else': {'maxProperties': %d}}";
        compare(schema.formatted(2, 3), schema.formatted(3, 3))
                .is(SAFE)
                .with("object-max-properties-increased at /then/maxProperties");
        compare(schema.formatted(2, 3), schema.formatted(2, 2))
                .is(BREAKING)
                .with("object-max-properties-decreased at /else/maxProperties");
        compare(schema.formatted(2, 3), schema.formatted(2, 3).replace("'const': 1", "'const': 2"))
                .is(UNDETERMINED);
        compare("{}", "{'if': {'type': 'string'}, 'then': {'minLength': 1}}")
                .is(BREAKING)
                .with("conditional-then-added at /then");
        compare("{'minLength': 1}", "{'if': {'type': 'string'}, 'then': {'minLength': 1}}")
                .is(SAFE);
    }

    @Test
    void booleansAreSchemas() {
        compare("false", "{'type': 'string'}").is(SAFE);
        compare("{'type': 'string'}", "true").is(SAFE).with("constraints-removed at ");
        compare("true", "false").is(BREAKING).with("schema-allows-nothing at ");
        compare("true", "{}").is(SAFE).with();
    }
}
