package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.rule.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A switch of openapi-diff (<a href="https://github.com/OpenAPITools/openapi-diff">OpenAPITools/openapi-diff</a>,
 * Apache-2.0), for teams that come from there: which of our rules it decides, and whether it is on by default.
 *
 * @param name as in its configuration
 * @param rules the rules that are breaking when it is on and safe when it is off
 */
public record OpenApiDiffSwitch(String name, boolean onByDefault, Pattern rules) {
    private static final String TABLE = """
            incompatible.openapi.endpoints.decreased          | on  | api-(path-)?removed-.*
            incompatible.operation.id.changed                 | off | api-operation-id-.*
            incompatible.request.body.increased               | on  | request-body-(became|added)-required|request-body-became-optional
            incompatible.request.content.decreased            | on  | request-body-media-type-removed
            incompatible.request.enum.decreased               | on  | request-.*enum-value-removed
            incompatible.request.max.length.decreased         | on  | request-.*max-length-(set|decreased)
            incompatible.request.min.length.increased         | off | request-.*min-length-increased
            incompatible.request.numeric.range.decreased      | on  | request-.*-(max-set|max-decreased|min-set|min-increased)
            incompatible.request.oneof.decreased              | on  | request-.*one-of-removed
            incompatible.request.param.allowempty.decreased   | on  | request-parameter-allow-empty-value-removed
            incompatible.request.param.explode.changed        | on  | request-parameter-explode-changed
            incompatible.request.param.style.changed          | on  | request-parameter-style-changed
            incompatible.request.params.decreased             | on  | request-parameter-removed.*
            incompatible.request.params.required.increased    | on  | request-parameter-became-required|new-required-request-(default-)?parameter.*
            incompatible.request.readonly.increased           | on  | request-(optional|required)-property-became-read-only
            incompatible.request.readonly.required.decreased  | on  | request-required-property-became-not-read-only
            incompatible.request.required.increased           | on  | (new-required-request|request)-(header-|parameter-)?property(-became-required)?(-with-default)?
            incompatible.response.content.decreased           | on  | response-media-type-removed
            incompatible.response.enum.increased              | on  | response-.*enum-value-added
            incompatible.response.header.explode.changed      | on  | response-header-style-changed
            incompatible.response.header.required.decreased   | on  | response-header-became-optional
            incompatible.response.header.required.increased   | on  | response-header-became-required
            incompatible.response.headers.decreased           | on  | (required|optional)-response-header-removed
            incompatible.response.max.length.increased        | on  | response-.*max-length-(unset|increased)
            incompatible.response.min.length.increased        | off | response-.*min-length-increased
            incompatible.response.numeric.range.increased     | off | response-.*-(max-unset|max-increased|min-unset|min-decreased)
            incompatible.response.oneof.increased             | on  | response-.*one-of-added
            incompatible.response.required.decreased          | on  | response-property-became-optional|response-required-property-removed
            incompatible.response.responses.decreased         | on  | response-(success-status|non-success-status|default)-removed
            incompatible.response.writeonly.increased         | on  | response-(optional|required)-property-became-write-only
            incompatible.response.writeonly.required.decreased | on | response-required-property-became-not-write-only
            incompatible.security.requirement.schemes.increased | on | api-(global-)?security-tightened
            incompatible.security.requirements.decreased      | on  | api-(global-)?security-tightened
            incompatible.security.scheme.bearer.format.changed | on | api-security-component-bearer-format-changed
            incompatible.security.scheme.oauth2.auth.url.changed | on | api-security-component-oauth-url-changed
            incompatible.security.scheme.oauth2.refresh.url.changed | on | api-security-component-oauth-refresh-url-changed
            incompatible.security.scheme.oauth2.token.url.changed | on | api-security-component-oauth-token-url-changed
            incompatible.security.scheme.openidconnect.url.changed | on | api-security-component-open-id-connect-url-changed
            incompatible.security.scheme.scheme.changed       | on  | api-security-component-scheme-changed
            incompatible.security.scheme.scopes.increased     | on  | api-(global-)?security-scope-added
            incompatible.schema.discriminator.changed         | on  | .*discriminator-property-name-changed
            incompatible.schema.pattern.changed               | on  | .*-pattern-(added|removed|changed|generalized)
            incompatible.schema.min-properties.changed        | on  | .*min-properties-increased
            incompatible.schema.max-properties.changed        | on  | .*max-properties-(set|decreased)
            incompatible.schema.type.changed                  | on  | .*-type-(changed|generalized|specialized|compatible)
            """;

    private static final List<OpenApiDiffSwitch> ALL = TABLE.lines()
            .map(line -> Arrays.stream(line.split("\\|", 3)).map(String::strip).toList())
            .map(row -> new OpenApiDiffSwitch(row.get(0), row.get(1).equals("on"), Pattern.compile(row.get(2))))
            .toList();

    /** What openapi-diff calls compatible and Axiom does not, whatever the switches. */
    static final Pattern COMPATIBLE = Pattern.compile(
            ".*-became-(not-)?nullable|request-parameter-default-value-.*|response-.*min-length-decreased");

    /** What openapi-diff calls incompatible and Axiom does not, whatever the switches. */
    static final Pattern INCOMPATIBLE = Pattern.compile("response-body-media-type-schema-added");

    static List<OpenApiDiffSwitch> all() {
        return ALL;
    }

    public static OpenApiDiffSwitch named(String name) {
        return ALL.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No switch " + name));
    }

    /** The ids of the rules it decides. */
    List<String> ruleIds() {
        return ids(rules);
    }

    static List<String> ids(Pattern pattern) {
        return Catalogue.rules().keySet().stream()
                .filter(id -> pattern.matcher(id).matches())
                .collect(Collectors.toList());
    }
}
