package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alternatives and parts: {@code oneOf}, {@code anyOf}, {@code allOf}, and ways to write the same thing otherwise. */
class CompositionRulesTest {
    private static final String CAT = "{type: object, properties: {claws: {type: integer}}}";
    private static final String DOG = "{type: object, properties: {bark: {type: string}}}";

    @Test
    void anAlternativeMoreIsTakenInByRequestsAndBreaksResponses() {
        String before = "{oneOf: [" + CAT + "]}";
        String after = "{oneOf: [" + DOG + ", " + CAT + "]}";
        assertThat(Documents.rules(Documents.request(before), Documents.request(after)))
                .containsExactly("request-body-one-of-added safe");
        assertThat(Documents.rules(Documents.response(before), Documents.response(after)))
                .containsExactly("response-body-one-of-added breaking");
        assertThat(Documents.rules(Documents.request(after), Documents.request(before)))
                .containsExactly("request-body-one-of-removed breaking");
    }

    @Test
    void alternativesWhereThereWereNoneLimitRequests() {
        String after = "{type: object, anyOf: [" + CAT + ", " + DOG + "]}";
        assertThat(Documents.rules(Documents.request("{type: object}"), Documents.request(after)))
                .containsExactly("request-body-any-of-introduced breaking");
    }

    @Test
    void theOrderOfAlternativesDoesNotMatter() {
        assertThat(Documents.rules(
                        Documents.request("{anyOf: [" + CAT + ", " + DOG + "]}"),
                        Documents.request("{anyOf: [" + DOG + ", " + CAT + "]}")))
                .isEmpty();
    }

    @Test
    void theOneAlternativeThatChangedIsComparedWithWhatItWas() {
        String other = "{type: object, properties: {bark: {type: integer}}}";
        assertThat(Documents.rules(
                        Documents.request("{anyOf: [" + CAT + ", " + DOG + "]}"),
                        Documents.request("{anyOf: [" + other + ", " + CAT + "]}")))
                .containsExactly("request-property-type-changed breaking");
    }

    @Test
    void alternativesAreFoundByTitle() {
        assertThat(Documents.rules(
                        Documents.request("{oneOf: [{title: A, maximum: 1}, {title: B, maximum: 2}]}"),
                        Documents.request("{oneOf: [{title: B, maximum: 3}, {title: A, maximum: 1, minimum: 0}]}")))
                .containsExactlyInAnyOrder("request-property-min-set breaking", "request-property-max-increased safe");
    }

    @Test
    void aSchemaWrittenOutIsTheSameAsAReferenceToIt() {
        String components = "\ncomponents: {schemas: {Cat: " + CAT + "}}";
        String inline = Documents.request("{oneOf: [" + CAT + ", " + DOG + "]}") + components;
        String reference = Documents.request("{oneOf: [{$ref: '#/components/schemas/Cat'}, " + DOG + "]}") + components;
        assertThat(Documents.rules(inline, reference)).isEmpty();
        assertThat(Documents.rules(reference, inline)).isEmpty();
    }

    @Test
    void wrappingWithNullIsNullability() {
        String plain = "{type: string, enum: [a]}";
        String wrapped = "{oneOf: [{type: 'null'}, {type: string, enum: [a]}]}";
        assertThat(Documents.rules(Documents.request(plain), Documents.request(wrapped)))
                .containsExactly("request-body-became-nullable safe");
        assertThat(Documents.rules(Documents.response(plain), Documents.response(wrapped)))
                .containsExactly("response-body-became-nullable breaking");
        assertThat(Documents.rules(Documents.request(wrapped), Documents.request(plain)))
                .containsExactly("request-body-became-not-nullable breaking");
    }

    @Test
    void whatIsWrappedWithNullIsStillCompared() {
        assertThat(Documents.rules(
                        Documents.response("{type: string, maxLength: 3}"),
                        Documents.response("{anyOf: [{type: string, maxLength: 4}, {type: 'null'}]}")))
                .containsExactlyInAnyOrder(
                        "response-body-became-nullable breaking", "response-body-max-length-increased breaking");
    }

    @Test
    void aChoiceOfSimpleTypesIsAListOfTypes() {
        String list = "{oneOf: [{type: string}, {type: integer}]}";
        assertThat(Documents.rules(Documents.request("{type: string}"), Documents.request(list)))
                .containsExactly("request-body-list-of-types-widened safe");
        assertThat(Documents.rules(Documents.request(list), Documents.request("{type: string}")))
                .containsExactly("request-body-list-of-types-narrowed breaking");
    }

    @Test
    void anObjectWrappedInAlternativesIsTold() {
        assertThat(Documents.rules(Documents.request(CAT), Documents.request("{oneOf: [" + CAT + ", " + DOG + "]}")))
                .containsExactly("request-body-wrapped-in-one-of breaking");
    }

    @Test
    void intoHowManyPartsASchemaIsDividedDoesNotMatter() {
        String whole =
                "{type: object, required: [claws], properties: {claws: {type: integer, minimum: 1, maximum: 9}}}";
        String parts = "{required: [claws], allOf: [{type: object, properties: {claws: {type: number, minimum: 1}}},"
                + " {description: more}, {allOf: [{properties: {claws: {type: integer, maximum: 9}}}]}]}";
        assertThat(Documents.rules(Documents.request(whole), Documents.request(parts)))
                .isEmpty();
        assertThat(Documents.rules(Documents.response(parts), Documents.response(whole)))
                .isEmpty();
    }

    @Test
    void whatPartsSayTogetherIsJudged() {
        assertThat(Documents.rules(
                        Documents.request("{allOf: [{type: object}]}"),
                        Documents.request("{allOf: [{type: object}, {minProperties: 1}]}")))
                .containsExactly("request-body-min-properties-increased breaking");
        assertThat(Documents.rules(
                        Documents.request("{allOf: [" + CAT + ", {required: [claws]}]}"), Documents.request(CAT)))
                .containsExactly("request-property-became-optional safe");
        assertThat(Documents.rules(
                        Documents.request("{allOf: [{maxLength: 9}, {maxLength: 5}]}"),
                        Documents.request("{allOf: [{maxLength: 9}, {maxLength: 7}]}")))
                .containsExactly("request-body-max-length-increased safe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{pattern: a}, {pattern: b}]",
                "[{type: string}, {type: integer}]",
                "[{enum: [a]}, {enum: [b]}]",
                "[{x-sunset: a}, {x-sunset: b}]",
                "[{minimum: 1, exclusiveMinimum: true}, {minimum: 2, exclusiveMinimum: false}]",
                "[{type: object, additionalProperties: false, properties: {a: {}}}, {properties: {b: {}}}]",
                "[{properties: {a: {}}}, {unevaluatedProperties: false}]",
                "[{oneOf: [{type: string}]}, {oneOf: [{maxLength: 3}]}]",
                "[{if: {minLength: 3}}, {then: {maxLength: 5}}]",
                "[{type: string}, {nullable: true}]",
                "[{unheardOf: 1}, {unheardOf: 2}]",
                "[1]",
            })
    void partsThatCannotBeMergedAreNeverSafe(String parts) {
        assertThat(Documents.rules(
                        Documents.response("{allOf: " + parts + "}"),
                        Documents.response("{maxItems: 3, allOf: " + parts + "}")))
                .contains("response-body-all-of-not-merged undetermined");
        assertThat(Documents.rules(
                        Documents.response("{allOf: " + parts + "}"), Documents.response("{allOf: " + parts + "}")))
                .isEmpty();
    }

    @Test
    void partsThatAreTheirOwnPartsAreCompared() {
        String before = Documents.request("{$ref: '#/components/schemas/A'}")
                + "components: {schemas: {A: {allOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]},"
                + " B: {properties: {x: {$ref: '#/components/schemas/B'}}, allOf: [{$ref: '#/components/schemas/A'}]},"
                + " C: {type: object, properties: {x: {$ref: '#/components/schemas/C'}, y: {type: integer}}}}}";
        String after = before.replace("y: {type: integer}", "y: {type: string}");
        assertThat(Documents.rules(before, after)).contains("request-property-type-changed breaking");
    }

    @Test
    void partsComparedOneByOneDoNotBreakByThoseThatDemandNothing() {
        OpenApiOptions options = OpenApiOptions.defaults().withAllOfFlattened(false);
        assertThat(Documents.rules(Documents.compare(
                        options,
                        Documents.request("{allOf: [{type: object}]}"),
                        Documents.request("{allOf: [{type: object}, {description: more}]}"))))
                .containsExactly("request-body-all-of-added-annotation-only safe");
        assertThat(Documents.rules(Documents.compare(
                        options,
                        Documents.request("{allOf: [{type: object}]}"),
                        Documents.request("{allOf: [{type: object}, {minProperties: 1}]}"))))
                .containsExactly("request-body-all-of-added breaking");
    }

    @Test
    void leadingItemsCountByPosition() {
        String two = "{prefixItems: [{type: string}, {type: integer}]}";
        assertThat(Documents.rules(Documents.response("{prefixItems: [{type: string}]}"), Documents.response(two)))
                .containsExactly("response-body-prefix-items-added breaking");
        assertThat(Documents.rules(
                        Documents.request(two), Documents.request("{prefixItems: [{type: integer}, {type: string}]}")))
                .containsExactly("request-property-type-changed breaking", "request-property-type-changed breaking");
    }

    @Test
    void discriminatorsAreCompared() {
        assertThat(Documents.rules(
                        Documents.response("{discriminator: {propertyName: a, mapping: {x: X, y: Y}}}"),
                        Documents.response("{discriminator: {propertyName: b, mapping: {y: Z, z: Z}}}")))
                .containsExactlyInAnyOrder(
                        "response-body-discriminator-property-name-changed breaking",
                        "response-body-discriminator-mapping-added safe",
                        "response-body-discriminator-mapping-deleted safe",
                        "response-body-discriminator-mapping-changed safe");
    }
}
