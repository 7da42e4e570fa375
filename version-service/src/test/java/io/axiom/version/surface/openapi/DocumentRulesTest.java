package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs to no single operation: servers, components, webhooks, callbacks, unknown fields, references. */
class DocumentRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    servers: [{url: a}]                       | servers: [{url: b}]                    | server-removed risky, server-added safe
                    paths: {/a: {servers: [{url: a}]}}        | paths: {/a: {}}                        | server-removed risky
                    components: {schemas: {A: {}}}            | components: {schemas: {}}              | api-schema-removed safe
                    jsonSchemaDialect: a                      | jsonSchemaDialect: b                   | schema-dialect-changed undetermined
                    frob: 1                                   | frob: 2                                | unknown-field-changed undetermined
                    x-frob: 1                                 | x-frob: 2                              | .
                    info: {title: a, version: '1'}            | info: {title: b, version: '2'}         | .
                    webhooks: {a: {post: {}}}                 | webhooks: {b: {post: {}}}              | webhook-removed breaking, webhook-added safe
                    paths: {/a: {post: {callbacks: {c: {}}}}} | paths: {/a: {post: {}}}                | callback-removed breaking
                    paths: {/a: {frob: 1}}                    | paths: {/a: {frob: 2}}                 | unknown-field-changed undetermined
                    """)
    void theDocumentIsComparedPartByPart(String before, String after, String expected) {
        assertThat(String.join(", ", Documents.rules(Documents.root(before), Documents.root(after))))
                .isEqualTo(expected.equals(".") ? "" : expected);
    }

    @Test
    void whatAWebhookSendsIsJudgedInBothDirections() {
        assertThat(Documents.rules(
                        webhook("{properties: {a: {}}}"), webhook("{properties: {a: {}, b: {}}, required: [b]}")))
                .containsExactlyInAnyOrder(
                        "new-required-request-property breaking", "response-required-property-added safe");
        assertThat(Documents.rules(webhook("{properties: {a: {}}, required: [a]}"), webhook("{}")))
                .contains("response-required-property-removed breaking");
    }

    private static String webhook(String schema) {
        return Documents.root(
                "webhooks: {w: {post: {requestBody: {content: {application/json: {schema: " + schema + "}}}}}}");
    }

    @Test
    void callbacksAreCompared() {
        String before = "{callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {}}}}}}";
        String after = "{callbacks: {done: {'{$request.body#/url}': {post: {requestBody: {required: true}}}}}}";
        assertThat(Documents.rules(Documents.operation(before), Documents.operation(after)))
                .containsExactly("request-body-became-required breaking");
    }

    @Test
    void referencesAreFollowedEverywhere() {
        String before = """
                openapi: 3.0.3
                paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/P'}],
                  requestBody: {$ref: '#/components/requestBodies/B'},
                  responses: {'200': {$ref: '#/components/responses/R'}}}}}
                components:
                  parameters: {P: {in: query, name: p, schema: {$ref: '#/components/schemas/S'}}}
                  requestBodies: {B: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}
                  responses: {R: {headers: {H: {$ref: '#/components/headers/H'}}}}
                  headers: {H: {schema: {$ref: '#/components/schemas/S'}}}
                  schemas: {S: {type: integer}}
                """;
        assertThat(Documents.rules(before, before.replace("type: integer", "type: boolean")))
                .containsExactlyInAnyOrder(
                        "request-parameter-type-changed breaking",
                        "request-body-type-changed breaking",
                        "response-header-type-changed breaking");
    }

    @Test
    void recursiveSchemasAreComparedOncePerUse() {
        String before = Documents.response("{$ref: '#/components/schemas/Node'}")
                + "components: {schemas: {Node: {properties: {value: {type: string}, "
                + "children: {type: array, items: {$ref: '#/components/schemas/Node'}}}}}}";
        assertThat(Documents.rules(before, before.replace("type: string", "type: integer")))
                .containsExactly("response-property-type-changed breaking");
    }

    @Test
    void siblingsOfReferencesCountSince31Only() {
        String before = Documents.request("{$ref: '#/components/schemas/S', maxLength: 5}")
                + "components: {schemas: {S: {type: string}}}";
        String after = before.replace("maxLength: 5", "maxLength: 4");
        assertThat(Documents.rules(before, after)).containsExactly("request-body-max-length-decreased breaking");
        assertThat(Documents.rules(before.replace("3.1.0", "3.0.3"), after.replace("3.1.0", "3.0.3")))
                .isEmpty();
    }

    @Test
    void aSiblingThatConflictsDoesNotHideTheTarget() {
        String before = Documents.request("{$ref: '#/components/schemas/S', maxLength: 9}")
                + "components: {schemas: {S: {type: string, maxLength: 5}}}";
        assertThat(Documents.rules(before, before.replace("maxLength: 5", "maxLength: 4")))
                .containsExactly("request-body-max-length-decreased breaking");
    }

    @Test
    void whatStandsBesideTheReferenceOfAPathCounts() {
        String before = Documents.root("paths: {/a: {$ref: '#/components/pathItems/A', put: {}}}\n"
                + "components: {pathItems: {A: {get: {}}}}");
        assertThat(Documents.rules(before, before.replace("put: {}", "put: {requestBody: {required: true}}")))
                .containsExactly("request-body-added-required breaking");
        assertThat(Documents.rules(before, before.replace("get: {}", "get: {requestBody: {required: true}}")))
                .containsExactly("request-body-added-required breaking");
    }

    @Test
    void anchorsAndDynamicReferencesStayInTheDocument() {
        String before =
                Documents.request("{$ref: '#thing'}") + "components: {schemas: {S: {$anchor: thing, type: string}}}";
        assertThat(Documents.rules(before, before.replace("type: string", "type: integer")))
                .containsExactly("request-body-type-changed breaking");
    }

    @Test
    void jsonAndYamlOfTheSameContentAreTheSame() {
        String yaml =
                "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      responses:\n        200: &ok {description: fine}\n"
                        + "        201:\n          <<: *ok\n";
        String json = "{\"paths\": {\"/a\": {\"get\": {\"responses\": {\"201\": {\"description\": \"fine\"}, "
                + "\"200\": {\"description\": \"fine\"}}}}}, \"openapi\": \"3.0.3\"}";
        assertThat(Documents.rules(yaml, json)).isEmpty();
        assertThat(Documents.rules(json, yaml)).isEmpty();
    }
}
