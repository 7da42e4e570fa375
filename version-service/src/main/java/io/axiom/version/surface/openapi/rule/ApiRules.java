package io.axiom.version.surface.openapi.rule;

import java.util.List;
import java.util.Map;

/** What may change outside of schemas: endpoints, parameters, bodies, responses, security, components. */
final class ApiRules {
    private static final String ENDPOINTS = """
            endpoint-added                        | +safe    | {it} is new.
            api-path-removed-without-deprecation  | breaking | {it} is gone, its whole path with it, and was not deprecated.
            api-path-removed-with-deprecation     | safe     | {it} is gone, its whole path with it, after being deprecated.
            api-path-removed-before-sunset        | breaking | {it} is gone, its whole path with it, although promised until {from}.
            api-path-sunset-parse                 | breaking | the sunset date "{from}" of {it} is no date.
            api-removed-without-deprecation       | breaking | {it} is gone and was not deprecated.
            api-removed-with-deprecation          | safe     | {it} is gone after being deprecated.
            api-removed-before-sunset             | breaking | {it} is gone although promised until {from}.
            endpoint-deprecated                   | safe     | {it} is deprecated.
            endpoint-deprecated-with-sunset       | safe     | {it} is deprecated and goes on {to}.
            endpoint-reactivated                  | safe     | {it} is no longer deprecated.
            api-deprecated-sunset-parse           | breaking | {it} is deprecated and its sunset date "{to}" is no date.
            api-deprecated-sunset-missing         | breaking | {it} is deprecated without the sunset date the policy asks for.
            api-sunset-date-too-small             | breaking | the sunset date {to} of {it} is sooner than the policy allows.
            api-sunset-date-changed-too-small     | breaking | the sunset date of {it} went from {from} to {to}, sooner than the policy allows.
            sunset-deleted                        | breaking | {it} is deprecated and no longer says until when it works.
            api-invalid-stability-level           | breaking | the stability level "{name}" of {it} is none of draft, alpha, beta, stable.
            api-stability-decreased               | breaking | the stability of {it} went down from {from} to {to}.
            api-stability-increased               | safe     | the stability of {it} went up from {from} to {to}.
            api-operation-id-removed              | safe     | the operation id of {it} went from {from} to {to}.
            api-operation-id-added                | safe     | {it} has the operation id {to}.
            api-tag-added                         | safe     | {it} has the tag {to}.
            api-tag-removed                       | safe     | {it} no longer has the tag {from}.
            webhook-added                         | +safe    | {it} is new.
            webhook-removed                       | breaking | {it} is gone.
            callback-added                        | +safe    | {it} is new.
            callback-removed                      | breaking | {it} is gone.
            server-added                          | safe     | {it} is also served at {to}.
            server-removed                        | risky    | {it} is no longer listed as served at {from}.
            """;

    private static final String PARAMETERS = """
            new-required-request-parameter        | breaking | {it} is new and required.
            new-optional-request-parameter        | +safe    | {it} is new and optional.
            new-required-request-default-parameter-to-existing-path | breaking | {it} is new for the whole path and required.
            new-optional-request-default-parameter-to-existing-path | +safe    | {it} is new for the whole path and optional.
            new-request-path-parameter            | breaking | {it} is new in the path.
            request-parameter-removed             | risky    | {it} is gone; it is ignored when sent.
            request-parameter-removed-with-deprecation | safe | {it} is gone after being deprecated.
            request-parameter-removed-before-sunset | breaking | {it} is gone although promised until {from}.
            request-parameter-sunset-parse        | breaking | the sunset date "{name}" of {it} is no date.
            request-parameter-sunset-deleted      | breaking | {it} is deprecated and no longer says until when it works.
            request-parameter-sunset-date-changed-too-small | breaking | the sunset date of {it} went from {from} to {to}, sooner than the policy allows.
            request-parameter-became-required     | breaking | {it} is now required.
            request-parameter-became-optional     | safe     | {it} is no longer required.
            request-parameter-style-changed       | breaking | {it} is now written in the style {to}, not {from}.
            request-parameter-explode-changed     | breaking | lists and objects in {it} are written differently: explode went from {from} to {to}.
            request-parameter-allow-empty-value-removed | breaking | {it} may no longer be empty.
            request-parameter-allow-empty-value-added   | safe     | {it} may now be empty.
            request-parameter-allow-reserved-removed    | breaking | {it} may no longer carry reserved characters as they are.
            request-parameter-allow-reserved-added      | safe     | {it} may now carry reserved characters as they are.
            request-parameter-schema-added        | breaking | {it} now has a schema.
            request-parameter-schema-removed      | safe     | {it} no longer has a schema.
            request-parameter-media-type-changed  | breaking | {it} is now written as {to}, not {from}.
            """;

    private static final String BODIES = """
            request-body-added-required           | breaking | {it} is new and required.
            request-body-added-optional           | +safe    | {it} is new and optional.
            request-body-removed                  | breaking | {it} is gone.
            request-body-became-required          | breaking | {it} is now required.
            request-body-became-optional          | safe     | {it} is no longer required.
            request-body-media-type-added         | +safe    | {it} may now also be {to}.
            request-body-media-type-removed       | breaking | {it} may no longer be {from}.
            request-body-media-type-schema-added  | breaking | {it} now has a schema for {name}.
            request-body-media-type-schema-removed | safe    | {it} no longer has a schema for {name}.
            request-body-encoding-changed         | risky    | the parts of {it} are written differently in {name}.
            response-body-media-type-schema-added | safe     | {it} now has a schema for {name}.
            response-body-media-type-schema-removed | risky  | {it} no longer has a schema for {name}.
            response-body-encoding-changed        | risky    | the parts of {it} are written differently in {name}.
            response-media-type-added             | +safe    | {it} may now also be {to}.
            response-media-type-removed           | breaking | {it} may no longer be {from}.
            response-media-type-name-changed      | safe     | the parameters of the media type of {it} went from {from} to {to}.
            response-media-type-name-generalized  | breaking | the media type of {it} went from {from} to {to}, which takes in more.
            response-media-type-name-specialized  | safe     | the media type of {it} went from {from} to {to}, which takes in less.
            request-media-type-name-changed       | safe     | the parameters of the media type of {it} went from {from} to {to}.
            request-media-type-name-generalized   | safe     | the media type of {it} went from {from} to {to}, which takes in more.
            request-media-type-name-specialized   | breaking | the media type of {it} went from {from} to {to}, which takes in less.
            response-success-status-added         | +safe    | {it} is new.
            response-success-status-removed       | breaking | {it} is gone.
            response-non-success-status-added     | +safe    | {it} is new.
            response-non-success-status-removed   | risky/safe | {it} is gone.
            response-default-added                | safe     | {it} is new.
            response-default-removed              | risky    | {it} is gone.
            response-header-added                 | +safe    | {it} is new.
            required-response-header-removed      | breaking | {it} was always there and is gone.
            optional-response-header-removed      | risky    | {it} is gone.
            response-header-became-optional       | breaking | {it} may now be missing.
            response-header-became-required       | safe     | {it} is now always there.
            response-header-style-changed         | breaking | {it} is written differently.
            response-header-schema-added          | safe     | {it} now has a schema.
            response-header-schema-removed        | risky    | {it} no longer has a schema.
            response-link-added                   | safe     | {it} is new.
            response-link-removed                 | risky    | {it} is gone.
            response-link-changed                 | risky    | {it} leads elsewhere.
            """;

    private static final String SECURITY = """
            api-security-added                    | safe     | {it} may now be called with {to}.
            api-security-removed                  | safe     | {it} may no longer be called with {from}.
            api-security-scope-added              | safe     | {it} now asks for the scope {to} of {name}.
            api-security-scope-removed            | safe     | {it} no longer asks for the scope {from} of {name}.
            api-security-tightened                | breaking | {it} refuses callers it accepted: {from} is no longer enough.
            api-global-security-added             | safe     | every operation without its own rule may now be called with {to}.
            api-global-security-removed           | safe     | every operation without its own rule may no longer be called with {from}.
            api-global-security-scope-added       | safe     | every operation without its own rule now asks for the scope {to} of {name}.
            api-global-security-scope-removed     | safe     | every operation without its own rule no longer asks for the scope {from} of {name}.
            api-global-security-tightened         | breaking | operations without their own rule refuse callers they accepted: {from} is no longer enough.
            api-security-component-added          | safe     | {it} is new.
            api-security-component-removed        | safe     | {it} is gone.
            api-security-component-type-changed   | breaking/safe | {it} went from type {from} to {to}.
            api-security-component-in-changed     | breaking | {it} is now sent in {to}, not {from}.
            api-security-component-name-changed   | breaking | {it} is now sent as {to}, not {from}.
            api-security-component-scheme-changed | breaking | {it} went from the HTTP scheme {from} to {to}.
            api-security-component-bearer-format-changed | risky | the format of the bearer token of {it} went from {from} to {to}.
            api-security-component-open-id-connect-url-changed | breaking | the OpenID Connect URL of {it} went from {from} to {to}.
            api-security-component-oauth-flow-added    | +safe | {it} now has the OAuth flow {to}.
            api-security-component-oauth-flow-removed  | breaking | {it} no longer has the OAuth flow {from}.
            api-security-component-oauth-url-changed   | breaking/safe | the authorization URL of {it} went from {from} to {to}.
            api-security-component-oauth-token-url-changed   | breaking/safe | the token URL of {it} went from {from} to {to}.
            api-security-component-oauth-refresh-url-changed | breaking | the refresh URL of {it} went from {from} to {to}.
            api-security-component-oauth-scope-added   | safe  | {it} now has the scope {to}.
            api-security-component-oauth-scope-removed | safe  | {it} no longer has the scope {from}.
            api-security-component-oauth-scope-changed | safe  | the scope {name} of {it} is described as "{to}", not "{from}".
            """;

    private static final String DOCUMENT = """
            api-schema-removed                    | safe     | {it} is no longer a component.
            schema-dialect-changed                | undetermined | the JSON Schema dialect of the document went from {from} to {to}.
            unknown-field-changed                 | undetermined | {it} has the field "{name}", which is not understood, and it changed.
            comparison-incomplete                 | undetermined | the documents differ in more places than are listed.
            """;

    private ApiRules() {}

    static void addTo(Map<String, Rule> rules) {
        List.of(ENDPOINTS, PARAMETERS, BODIES, SECURITY, DOCUMENT).forEach(table -> RuleTable.add(rules, table));
    }
}
