package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.SurfaceComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    required: false                     | required: true                       | request-parameter-became-required breaking
                    required: true                      | required: false                      | request-parameter-became-optional safe
                    style: form                         | style: pipeDelimited, explode: true  | request-parameter-style-changed breaking
                    explode: true                       | explode: false                       | request-parameter-explode-changed breaking
                    explode: true                       | style: form                          | .
                    allowEmptyValue: true               | allowEmptyValue: false               | request-parameter-allow-empty-value-removed breaking
                    allowReserved: true                 | allowReserved: false                 | request-parameter-allow-reserved-removed breaking
                    schema: {type: integer}             | schema: {type: string}               | request-parameter-type-generalized safe
                    schema: {type: string}              | schema: {type: integer}              | request-parameter-type-changed breaking
                    schema: {type: string}              | schema: {type: array, items: {type: string}} | request-parameter-type-generalized safe
                    schema: {default: a}                | schema: {default: b}                 | request-parameter-default-value-changed breaking
                    schema: {enum: [a]}                 | schema: {enum: [b]}                  | request-parameter-enum-value-removed breaking, request-parameter-enum-value-added safe
                    schema: {items: {maxItems: 3}}      | schema: {items: {maxItems: 2}}       | request-parameter-max-items-decreased breaking
                    schema: {properties: {a: {type: integer}}} | schema: {properties: {a: {type: string}}} | request-parameter-property-type-changed risky
                    schema: {properties: {a: {}}}       | schema: {properties: {a: {}, b: {}}} | new-optional-request-parameter-property safe
                    content: {application/json: {schema: {type: string}}} | content: {application/json: {schema: {type: integer}}} | request-parameter-type-changed breaking
                    schema: {type: string}              | content: {application/json: {schema: {type: string}}} | request-parameter-media-type-changed breaking
                    deprecated: false                   | deprecated: true                     | request-parameter-deprecated safe
                    deprecated: true, x-sunset: '2099-01-01' | deprecated: true                | request-parameter-sunset-deleted breaking
                    frob: 1                             | frob: 2                              | unknown-field-changed undetermined
                    description: a                      | description: b                       | .
                    """)
    void aParameterIsComparedFieldByField(String before, String after, String expected) {
        String start = "{in: query, name: limit, ";
        assertThat(String.join(
                        ", ",
                        Documents.rules(
                                Documents.parameter(start + before + "}"), Documents.parameter(start + after + "}"))))
                .isEqualTo(expected.equals(".") ? "" : expected);
    }

    @Test
    void newParametersBreakWhenRequired() {
        SurfaceComparison optional =
                Documents.compare(Documents.operation("{}"), Documents.parameter("{in: query, name: a}"));
        assertThat(Documents.rules(optional)).containsExactly("new-optional-request-parameter safe");
        assertThat(optional.adds()).isTrue();
        assertThat(Documents.rules(
                        Documents.operation("{}"), Documents.parameter("{in: query, name: a, required: true}")))
                .containsExactly("new-required-request-parameter breaking");
    }

    @Test
    void aParameterOfThePathCountsForItsOperations() {
        String plain = "openapi: 3.0.0\npaths: {/a: {get: {}, put: {}}}";
        String shared = "openapi: 3.0.0\npaths: {/a: {get: {}, put: {}, parameters: [{in: query, name: a}]}}";
        assertThat(Documents.rules(plain, shared))
                .containsExactly(
                        "new-optional-request-default-parameter-to-existing-path safe",
                        "new-optional-request-default-parameter-to-existing-path safe");
    }

    @Test
    void movingAParameterBetweenPathAndOperationChangesNothing() {
        assertThat(Documents.rules(
                        "openapi: 3.0.0\npaths: {/a: {get: {parameters: [{in: query, name: a}]}}}",
                        "openapi: 3.0.0\npaths: {/a: {get: {}, parameters: [{in: query, name: a}]}}"))
                .isEmpty();
    }

    @Test
    void removedParametersAreARiskUnlessDeprecated() {
        String gone = Documents.operation("{}");
        assertThat(Documents.rules(Documents.parameter("{in: query, name: a}"), gone))
                .containsExactly("request-parameter-removed risky");
        assertThat(Documents.rules(Documents.parameter("{in: query, name: a, deprecated: true}"), gone))
                .containsExactly("request-parameter-removed-with-deprecation safe");
        assertThat(Documents.rules(
                        Documents.parameter("{in: query, name: a, deprecated: true, x-sunset: '2099-01-01'}"), gone))
                .containsExactly("request-parameter-removed-before-sunset breaking");
    }

    @Test
    void pathVariablesMayBeRenamedAndHeadersAreOfAnyCase() {
        assertThat(
                        Documents.rules(
                                "openapi: 3.0.0\npaths: {'/a/{id}': {get: {parameters: [{in: path, name: id, required: true}]}}}",
                                "openapi: 3.0.0\npaths: {'/a/{key}': {get: {parameters: [{in: path, name: key, required: true}]}}}"))
                .isEmpty();
        assertThat(Documents.rules(
                        Documents.parameter("{in: header, name: X-Trace}"),
                        Documents.parameter("{in: header, name: x-trace}")))
                .isEmpty();
    }

    @Test
    void anExplodedObjectIsItsPropertiesOneByOne() {
        String apart = Documents.parameter(
                "{in: query, name: page, schema: {type: integer}}, {in: query, name: size, schema: {type: integer}}");
        String together = Documents.parameter("{in: query, name: paging, explode: true, schema: {type: object, "
                + "properties: {page: {type: integer}, size: {type: integer}, sort: {type: string}}}}");
        assertThat(Documents.rules(apart, together)).containsExactly("new-optional-request-parameter safe");
        assertThat(Documents.rules(together, apart)).containsExactly("request-parameter-removed risky");
    }
}
