package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies, media types, responses, headers and links. */
class MessageRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                   | {requestBody: {required: true}}       | request-body-added-required breaking
                    {}                                   | {requestBody: {}}                     | request-body-added-optional safe
                    {requestBody: {}}                    | {}                                    | request-body-removed breaking
                    {requestBody: {}}                    | {requestBody: {required: true}}       | request-body-became-required breaking
                    {requestBody: {content: {a/b: {}}}}  | {requestBody: {content: {a/b: {}, a/c: {}}}} | request-body-media-type-added safe
                    {requestBody: {content: {a/b: {}, a/c: {}}}} | {requestBody: {content: {a/b: {}}}} | request-body-media-type-removed breaking
                    {requestBody: {content: {a/b: {}}}}  | {requestBody: {content: {a/b: {schema: {}}}}} | request-body-media-type-schema-added breaking
                    {requestBody: {content: {a/b: {encoding: {x: {style: form}}}}}} | {requestBody: {content: {a/b: {}}}} | request-body-encoding-changed risky
                    {responses: {'200': {}}}             | {responses: {'200': {}, '201': {}}}   | response-success-status-added safe
                    {responses: {'200': {}, '201': {}}}  | {responses: {'200': {}}}              | response-success-status-removed breaking
                    {responses: {'2XX': {}}}             | {responses: {}}                       | response-success-status-removed breaking
                    {responses: {'404': {}}}             | {responses: {}}                       | response-non-success-status-removed risky
                    {responses: {default: {}}}           | {responses: {}}                       | response-default-removed risky
                    {responses: {'200': {content: {application/json: {}}}}} | {responses: {'200': {content: {application/problem+json: {}}}}} | response-media-type-name-specialized safe
                    {responses: {'200': {content: {application/problem+json: {}}}}} | {responses: {'200': {content: {application/json: {}}}}} | response-media-type-name-generalized breaking
                    {responses: {'200': {content: {text/a: {}}}}} | {responses: {'200': {content: {text/a; charset=x: {}}}}} | response-media-type-name-changed safe
                    {responses: {'200': {content: {text/a: {}}}}} | {responses: {'200': {content: {text/b: {}}}}} | response-media-type-removed breaking, response-media-type-added safe
                    {responses: {'200': {headers: {A: {}}}}} | {responses: {'200': {headers: {a: {}, B: {}}}}} | response-header-added safe
                    {responses: {'200': {headers: {A: {}}}}} | {responses: {'200': {}}}          | optional-response-header-removed risky
                    {responses: {'200': {headers: {A: {required: true}}}}} | {responses: {'200': {}}} | required-response-header-removed breaking
                    {responses: {'200': {headers: {A: {required: true}}}}} | {responses: {'200': {headers: {A: {}}}}} | response-header-became-optional breaking
                    {responses: {'200': {headers: {A: {schema: {type: string}}}}}} | {responses: {'200': {headers: {A: {schema: {type: integer}}}}}} | response-header-type-compatible safe
                    {responses: {'200': {headers: {A: {schema: {type: integer}}}}}} | {responses: {'200': {headers: {A: {schema: {type: string}}}}}} | response-header-type-changed breaking
                    {responses: {'200': {links: {A: {operationId: x}}}}} | {responses: {'200': {links: {A: {operationId: y}}}}} | response-link-changed risky
                    {responses: {'200': {frob: 1}}}      | {responses: {'200': {frob: 2}}}       | unknown-field-changed undetermined
                    {responses: {x-frob: 1}}             | {responses: {x-frob: 2}}              | .
                    """)
    void messagesAreComparedPartByPart(String before, String after, String expected) {
        assertThat(String.join(", ", Documents.rules(Documents.operation(before), Documents.operation(after))))
                .isEqualTo(expected.equals(".") ? "" : expected);
    }
}
