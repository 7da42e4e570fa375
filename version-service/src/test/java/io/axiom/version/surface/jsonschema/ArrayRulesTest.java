package io.axiom.version.surface.jsonschema;

import static io.axiom.language.version.surface.Judgement.BREAKING;
import static io.axiom.language.version.surface.Judgement.SAFE;
import static io.axiom.version.surface.jsonschema.Compared.compare;

import org.junit.jupiter.api.Test;

/** Items, positions, contents. */
class ArrayRulesTest {
    @Test
    void itemsCompareBySchema() {
        compare("{'items': {'minimum': 3}}", "{'items': {'minimum': 2}}")
                .is(SAFE)
                .with("number-minimum-decreased at /items/minimum");
        compare("{'items': {'minimum': 2}}", "{'items': {'minimum': 3}}").is(BREAKING);
        compare("{}", "{'items': {'minimum': 3}}").is(BREAKING).with("number-minimum-added at /items/minimum");
    }

    @Test
    void positionsAreTheSameInEveryDraft() {
        compare(
                        "{'items': [{'type': 'string'}], 'additionalItems': false}",
                        "{'prefixItems': [{'type': 'string'}], 'items': false}")
                .is(SAFE)
                .with();
        compare("{'prefixItems': [{'type': 'string'}]}", "{'prefixItems': [{'type': 'number'}]}")
                .is(BREAKING)
                .with("type-changed at /prefixItems/0/type");
    }

    @Test
    void aNewPositionIsSafeInAClosedListOnly() {
        compare("{'prefixItems': [{}], 'items': false}", "{'prefixItems': [{}, {'type': 'string'}], 'items': false}")
                .is(SAFE)
                .with("array-position-added at /prefixItems/1")
                .adds();
        compare("{'prefixItems': [{}]}", "{'prefixItems': [{}, {'type': 'string'}]}")
                .is(BREAKING)
                .with("array-position-added-narrower at /prefixItems/1");
        compare("{'prefixItems': [{}], 'maxItems': 1}", "{'prefixItems': [{}, {'type': 'string'}]}")
                .is(SAFE);
        compare("{'prefixItems': [{}], 'items': false}", "{'maxItems': 1}").is(SAFE);
    }

    @Test
    void anEndedListMayNotEndEarlier() {
        compare("{'prefixItems': [{}, {}]}", "{'prefixItems': [{}, {}], 'items': false}")
                .is(BREAKING)
                .with("additional-items-forbidden at /items");
        compare("{'prefixItems': [{}, {}], 'items': false}", "{'prefixItems': [{}], 'items': false}")
                .is(BREAKING);
    }

    @Test
    void uniqueItemsNarrow() {
        compare("{}", "{'uniqueItems': true}").is(BREAKING).with("array-unique-items-added at /uniqueItems");
        compare("{'maxItems': 1}", "{'maxItems': 1, 'uniqueItems': true}").is(SAFE);
        compare("{'uniqueItems': true, 'minItems': 1}", "{'minItems': 1}")
                .is(SAFE)
                .with("array-unique-items-removed at /uniqueItems");
    }

    @Test
    void containsNarrowsByItsSchemaAndItsNumbers() {
        compare("{'contains': {'minimum': 5}}", "{'contains': {'minimum': 4}}").is(SAFE);
        compare("{'contains': {'minimum': 4}}", "{'contains': {'minimum': 5}}").is(BREAKING);
        compare("{'contains': {'type': 'string'}}", "{'contains': {'type': 'string'}, 'minContains': 2}")
                .is(BREAKING)
                .with("array-min-contains-increased at /contains");
        compare(
                        "{'contains': {'type': 'string'}, 'maxContains': 3}",
                        "{'contains': {'type': 'string'}, 'maxContains': 2}")
                .is(BREAKING)
                .with("array-max-contains-decreased at /contains");
        compare("{'contains': {'type': 'string'}}", "{'contains': {'type': 'string'}, 'minContains': 0}")
                .is(SAFE);
        compare("{'items': {'type': 'string'}, 'minItems': 1}", "{'contains': {'type': 'string'}}")
                .is(SAFE);
        compare("{'contains': {'type': 'string'}}", "{'minItems': 1}").is(SAFE);
    }

    @Test
    void unevaluatedItemsEndAList() {
        compare("{'prefixItems': [{}]}", "{'prefixItems': [{}], 'unevaluatedItems': false}")
                .is(BREAKING)
                .with("unevaluated-items-restricted at /unevaluatedItems");
        compare("{'prefixItems': [{}], 'items': false}", "{'prefixItems': [{}], 'unevaluatedItems': false}")
                .is(SAFE);
        compare(
                        "{'prefixItems': [{}], 'unevaluatedItems': false}",
                        "{'prefixItems': [{}], 'unevaluatedItems': {'type': 'string'}}")
                .is(SAFE);
    }
}
