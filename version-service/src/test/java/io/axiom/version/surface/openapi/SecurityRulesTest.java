package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                              | {security: [{a: []}]}            | api-security-tightened breaking, api-security-added safe
                    {security: [{a: []}]}           | {}                               | api-security-removed safe
                    {security: [{a: []}]}           | {security: [{a: []}, {b: []}]}   | api-security-added safe
                    {security: [{a: []}, {b: []}]}  | {security: [{a: []}]}            | api-security-tightened breaking, api-security-removed safe
                    {security: [{a: [], b: []}]}    | {security: [{a: []}]}            | api-security-added safe, api-security-removed safe
                    {security: [{a: [x]}]}          | {security: [{a: [x, y]}]}        | api-security-tightened breaking, api-security-scope-added safe
                    {security: [{a: [x, y]}]}       | {security: [{a: [x]}]}           | api-security-scope-removed safe
                    {security: [{a: [x]}, {a: [y]}]} | {security: [{a: [y]}, {a: [x]}]} | .
                    {security: [{}, {a: []}]}       | {security: [{a: []}, {}]}        | .
                    {security: [{}, {a: []}]}       | {security: [{a: []}]}            | api-security-tightened breaking
                    """)
    void aChoiceOfRequirementsIsTightenedWhenItRefusesWhomItAccepted(String before, String after, String expected) {
        assertThat(String.join(", ", Documents.rules(Documents.operation(before), Documents.operation(after))))
                .isEqualTo(expected.equals(".") ? "" : expected);
    }

    @Test
    void theRuleForAllIsToldOnce() {
        assertThat(Documents.rules(
                        Documents.root("paths: {/a: {get: {}, put: {}}}"),
                        Documents.root("paths: {/a: {get: {}, put: {}}}\nsecurity: [{a: []}]")))
                .containsExactly("api-global-security-tightened breaking", "api-global-security-added safe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {type: apiKey}               | {type: http}                  | type-changed breaking
                    {type: apiKey, in: header}   | {type: apiKey, in: query}     | in-changed breaking
                    {type: apiKey, name: a}      | {type: apiKey, name: b}       | name-changed breaking
                    {type: http, scheme: basic}  | {type: http, scheme: Basic}   | .
                    {type: http, scheme: basic}  | {type: http, scheme: bearer}  | scheme-changed breaking
                    {bearerFormat: JWT}          | {bearerFormat: opaque}        | bearer-format-changed risky
                    {openIdConnectUrl: a}        | {openIdConnectUrl: b}         | open-id-connect-url-changed breaking
                    {flows: {implicit: {authorizationUrl: a}}} | {flows: {implicit: {authorizationUrl: b}}} | oauth-url-changed breaking
                    {flows: {password: {tokenUrl: a}}} | {flows: {password: {tokenUrl: b}}} | oauth-token-url-changed breaking
                    {flows: {password: {refreshUrl: a}}} | {flows: {password: {refreshUrl: b}}} | oauth-refresh-url-changed breaking
                    {flows: {password: {}}}      | {flows: {implicit: {}}}       | oauth-flow-removed breaking, oauth-flow-added safe
                    {flows: {password: {scopes: {a: x, b: y}}}} | {flows: {password: {scopes: {b: z, c: w}}}} | oauth-scope-removed safe, oauth-scope-changed safe, oauth-scope-added safe
                    """)
    void schemesAreComparedFieldByField(String before, String after, String expected) {
        String all = String.join(", ", Documents.rules(scheme(before), scheme(after)));
        assertThat(all.replace("api-security-component-", "")).isEqualTo(expected.equals(".") ? "" : expected);
    }

    @Test
    void schemesComeAndGo() {
        assertThat(Documents.rules(
                        Documents.root("components: {securitySchemes: {a: {}}}"),
                        Documents.root("components: {securitySchemes: {b: {}}}")))
                .containsExactly("api-security-component-removed safe", "api-security-component-added safe");
    }

    private static String scheme(String fields) {
        return Documents.root("components: {securitySchemes: {s: " + fields + "}}");
    }
}
