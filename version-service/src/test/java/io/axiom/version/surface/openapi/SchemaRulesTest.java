package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows of: schema before, schema after, what it means in a request body, what it means in a response body (a dot: nothing).
 * Rule ids without {@code request-body-} and {@code response-body-}.
 */
class SchemaRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {type: integer}                | {type: number}                 | type-generalized safe     | type-generalized breaking
                    {type: number}                 | {type: integer}                | type-changed breaking     | type-specialized safe
                    {type: integer}                | {type: string}                 | type-changed breaking     | type-changed breaking
                    {type: string}                 | {type: [string, integer]}      | type-generalized safe     | type-generalized breaking
                    {type: [string, integer]}      | {type: [integer, string]}      | .                         | .
                    {type: string}                 | {}                             | type-generalized safe     | type-changed breaking
                    {type: string}                 | {type: [string, 'null']}       | became-nullable safe      | became-nullable breaking
                    {type: [string, 'null']}       | {type: string}                 | became-not-nullable breaking | became-not-nullable safe
                    {type: string, nullable: true} | {type: [string, 'null']}       | .                         | .
                    {type: integer, format: int32} | {type: integer, format: int64} | type-generalized safe     | type-changed breaking
                    {type: string, format: date}   | {type: string}                 | type-generalized safe     | type-changed breaking
                    {type: string}                 | {type: string, format: date}   | type-changed breaking     | type-specialized safe
                    """)
    void typesWidenForRequestsAndNarrowForResponses(String before, String after, String request, String response) {
        check(before, after, request, response);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {maximum: 5}                   | {maximum: 4}                   | max-decreased breaking    | max-decreased safe
                    {maximum: 4}                   | {maximum: 5}                   | max-increased safe        | max-increased breaking
                    {}                             | {maximum: 5}                   | max-set breaking          | max-set safe
                    {maximum: 5}                   | {}                             | max-unset safe            | max-unset breaking
                    {maximum: 5}                   | {maximum: 5.0}                 | .                         | .
                    {minimum: 5}                   | {minimum: 4}                   | min-decreased safe        | min-decreased breaking
                    {exclusiveMaximum: 5}          | {exclusiveMaximum: 4}          | exclusive-max-decreased breaking | exclusive-max-decreased safe
                    {maximum: 5, exclusiveMaximum: true} | {exclusiveMaximum: 5}    | .                         | .
                    {maximum: 5}                   | {exclusiveMaximum: 5}          | exclusive-max-set breaking | exclusive-max-set safe
                    {exclusiveMinimum: 5}          | {minimum: 5}                   | exclusive-min-unset safe  | exclusive-min-unset breaking
                    {minimum: 5}                   | {minimum: 5, exclusiveMinimum: true} | exclusive-min-set breaking | exclusive-min-set safe
                    {}                             | {minLength: 3}                 | min-length-increased breaking | min-length-increased safe
                    {minItems: 3}                  | {}                             | min-items-decreased safe  | min-items-decreased breaking
                    {maxItems: 3}                  | {maxItems: 2}                  | max-items-decreased breaking | max-items-decreased safe
                    {maxLength: 3}                 | {maxLength: 4}                 | max-length-increased safe | max-length-increased breaking
                    {}                             | {minProperties: 1}             | min-properties-increased breaking | min-properties-increased safe
                    {multipleOf: 2}                | {multipleOf: 4}                | multiple-of-specialized breaking | multiple-of-specialized safe
                    {multipleOf: 4}                | {multipleOf: 2}                | multiple-of-generalized safe | multiple-of-generalized breaking
                    {multipleOf: 0.1}              | {multipleOf: 0.3}              | multiple-of-specialized breaking | multiple-of-specialized safe
                    {multipleOf: 2}                | {multipleOf: 3}                | multiple-of-changed breaking | multiple-of-changed breaking
                    {}                             | {uniqueItems: true}            | unique-items-required breaking | unique-items-required safe
                    {}                             | {pattern: a}                   | pattern-added breaking    | pattern-added safe
                    {pattern: a}                   | {pattern: b}                   | pattern-changed risky     | pattern-changed risky
                    {pattern: a}                   | {pattern: '.*'}                | pattern-generalized safe  | pattern-changed risky
                    {minContains: 2, contains: {}} | {minContains: 1, contains: {}} | min-contains-decreased safe | min-contains-decreased breaking
                    """)
    void limitsTightenForRequestsAndLoosenForResponses(String before, String after, String request, String response) {
        check(before, after, request, response);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                             | {enum: [a]}                    | became-enum breaking      | became-enum safe
                    {enum: [a]}                    | {}                             | enum-removed safe         | enum-removed breaking
                    {enum: [a]}                    | {enum: [a, b]}                 | enum-value-added safe     | enum-value-added breaking
                    {enum: [a, b]}                 | {enum: [a]}                    | enum-value-removed breaking | response-mediatype-enum-value-removed safe
                    {enum: [a, b]}                 | {enum: [b, a]}                 | .                         | .
                    {enum: [1]}                    | {enum: [1.0]}                  | .                         | .
                    {}                             | {const: a}                     | const-added breaking      | const-added safe
                    {const: a}                     | {const: b}                     | const-changed breaking    | const-changed breaking
                    {}                             | {default: a}                   | default-value-added safe  | default-value-added safe
                    {x-extensible-enum: [a, b]}    | {x-extensible-enum: [a]}       | x-extensible-enum-value-removed breaking | x-extensible-enum-value-removed safe
                    {}                             | {contentEncoding: base64}      | content-encoding-changed breaking | content-encoding-changed breaking
                    """)
    void listedValuesGrowForRequestsAndShrinkForResponses(
            String before, String after, String request, String response) {
        check(before, after, request, response);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                             | {additionalProperties: false}  | additional-properties-forbidden breaking | additional-properties-forbidden safe
                    {additionalProperties: false}  | {}                             | additional-properties-allowed safe | additional-properties-allowed safe
                    {additionalProperties: {}}     | {additionalProperties: true}   | .                         | .
                    {}                             | {additionalProperties: {type: string}} | additional-properties-schema-added breaking | additional-properties-schema-added safe
                    {}                             | {not: {type: string}}          | not-added breaking        | not-added safe
                    {not: {type: string}}          | {not: {type: integer}}         | not-changed undetermined  | not-changed undetermined
                    {if: {type: string}}           | {if: {type: integer}}          | if-changed undetermined   | if-changed undetermined
                    {}                             | {then: {minLength: 1}}         | then-added breaking       | then-added safe
                    {}                             | {items: {type: string}}        | items-added breaking      | items-added safe
                    {}                             | {items: {}}                    | .                         | .
                    {items: {type: string}}        | {items: {}}                    | items-removed safe, request-property-type-generalized safe | items-removed breaking, response-property-type-changed breaking
                    {}                             | {propertyNames: {pattern: a}}  | property-names-added breaking | property-names-added safe
                    {}                             | {unevaluatedProperties: false} | unevaluated-properties-added breaking | unevaluated-properties-added safe
                    {}                             | {contains: {type: string}}     | contains-added breaking   | contains-added safe
                    {}                             | {dependentRequired: {a: [b]}}  | dependent-required-added breaking | dependent-required-added safe
                    {dependentRequired: {a: [b]}}  | {dependentRequired: {a: [c]}}  | dependent-required-changed breaking | dependent-required-changed breaking
                    {}                             | {patternProperties: {'^a': {type: string}}} | pattern-property-added breaking | pattern-property-added safe
                    {}                             | {dependentSchemas: {a: {minProperties: 2}}} | dependent-schema-added breaking | dependent-schema-added safe
                    """)
    void structureIsDemandedOfRequestsAndPromisedForResponses(
            String before, String after, String request, String response) {
        check(before, after, request, response);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {frobnicate: 1}                | {frobnicate: 2}                | keyword-changed undetermined | keyword-changed undetermined
                    {}                             | {$schema: other}               | keyword-changed undetermined | keyword-changed undetermined
                    {items: [1]}                   | {items: [2]}                   | keyword-changed undetermined | keyword-changed undetermined
                    {x-thing: 1}                   | {x-thing: 2}                   | .                         | .
                    {title: a, description: b}     | {examples: [c], $comment: d}   | .                         | .
                    """)
    void unknownKeywordsAreUndeterminedAndExtensionsAreNot(
            String before, String after, String request, String response) {
        check(before, after, request, response);
    }

    private static void check(String before, String after, String request, String response) {
        assertThat(Documents.rules(Documents.request(before), Documents.request(after)))
                .containsExactlyInAnyOrderElementsOf(expected("request-body-", request));
        assertThat(Documents.rules(Documents.response(before), Documents.response(after)))
                .containsExactlyInAnyOrderElementsOf(expected("response-body-", response));
    }

    private static List<String> expected(String prefix, String cell) {
        return Arrays.stream(cell.split(", "))
                .filter(rule -> !rule.equals("."))
                .map(rule -> rule.startsWith("request-") || rule.startsWith("response-") ? rule : prefix + rule)
                .toList();
    }
}
