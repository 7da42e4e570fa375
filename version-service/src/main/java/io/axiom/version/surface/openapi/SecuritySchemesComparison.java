package io.axiom.version.surface.openapi;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Location;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The security schemes: how callers prove who they are. */
record SecuritySchemesComparison(Comparison comparison) {
    private static final Set<String> FIELDS = Set.of(
            "type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "deprecated");

    void compare() {
        JsonNode before = comparison.previous().root().path("components").path("securitySchemes");
        JsonNode after = comparison.current().root().path("components").path("securitySchemes");
        before.properties().forEach(entry -> {
            Location at = location(entry.getKey());
            if (after.has(entry.getKey())) {
                schemes(at, comparison.before(entry.getValue()), comparison.after(after.get(entry.getKey())));
            } else {
                comparison.report().add("api-security-component-removed", at, "", entry.getKey(), null);
            }
        });
        after.propertyNames().stream()
                .filter(name -> !before.has(name))
                .forEach(name ->
                        comparison.report().add("api-security-component-added", location(name), "", null, name));
    }

    private static Location location(String name) {
        return new Location("", "/components/securitySchemes", "the security scheme " + Nodes.quoted(name)).child(name);
    }

    private void schemes(Location at, JsonNode before, JsonNode after) {
        field(at, "type", "type-changed", before, after, UnaryOperator.identity());
        field(at, "in", "in-changed", before, after, UnaryOperator.identity());
        field(at, "name", "name-changed", before, after, UnaryOperator.identity());
        field(at, "scheme", "scheme-changed", before, after, scheme -> scheme.toLowerCase(Locale.ROOT));
        field(at, "bearerFormat", "bearer-format-changed", before, after, UnaryOperator.identity());
        field(at, "openIdConnectUrl", "open-id-connect-url-changed", before, after, UnaryOperator.identity());
        flows(at.child("flows"), before.path("flows"), after.path("flows"));
        UnknownFields.report(comparison, at, before, after, FIELDS);
    }

    private void field(
            Location at, String name, String rule, JsonNode before, JsonNode after, UnaryOperator<String> plain) {
        String was = before.path(name).asString("");
        String is = after.path(name).asString("");
        if (!plain.apply(was).equals(plain.apply(is))) {
            comparison.report().add("api-security-component-" + rule, at, "", was, is);
        }
    }

    private void flows(Location at, JsonNode before, JsonNode after) {
        before.properties().stream()
                .filter(entry -> !entry.getKey().startsWith("x-"))
                .forEach(entry -> {
                    JsonNode now = after.get(entry.getKey());
                    if (now == null) {
                        String rule = "api-security-component-oauth-flow-removed";
                        comparison.report().add(rule, at, "", entry.getKey(), null);
                    } else {
                        flow(at.child(entry.getKey()), entry.getValue(), now);
                    }
                });
        after.propertyNames().stream()
                .filter(name -> !before.has(name) && !name.startsWith("x-"))
                .forEach(
                        name -> comparison.report().add("api-security-component-oauth-flow-added", at, "", null, name));
    }

    private void flow(Location at, JsonNode before, JsonNode after) {
        field(at, "authorizationUrl", "oauth-url-changed", before, after, UnaryOperator.identity());
        field(at, "tokenUrl", "oauth-token-url-changed", before, after, UnaryOperator.identity());
        field(at, "refreshUrl", "oauth-refresh-url-changed", before, after, UnaryOperator.identity());
        JsonNode scopes = before.path("scopes");
        JsonNode scopesNow = after.path("scopes");
        scopes.properties().forEach(entry -> {
            String scope = entry.getKey();
            String was = entry.getValue().asString("");
            if (!scopesNow.has(scope)) {
                comparison.report().add("api-security-component-oauth-scope-removed", at, "", scope, null);
            } else if (!was.equals(scopesNow.get(scope).asString(""))) {
                String is = scopesNow.get(scope).asString("");
                comparison.report().add("api-security-component-oauth-scope-changed", at, scope, was, is);
            }
        });
        scopesNow.propertyNames().stream()
                .filter(scope -> !scopes.has(scope))
                .forEach(scope ->
                        comparison.report().add("api-security-component-oauth-scope-added", at, "", null, scope));
    }
}
