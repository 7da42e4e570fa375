package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.rule.Catalogue;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.schema.SchemaPair.Child;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A pair of schemas at one place of use: where rules look and report. */
final class Site {
    /** In parameters, what belongs to a part by name; anything else about a part is told of the parameter. */
    private static final Set<String> OF_PARTS = Set.of(
            "became-nullable",
            "became-not-nullable",
            "enum-value-added",
            "enum-value-removed",
            "type-changed",
            "type-generalized",
            "type-specialized",
            "list-of-types-widened",
            "list-of-types-narrowed",
            "default-value-added",
            "default-value-removed",
            "default-value-changed",
            "deprecated",
            "deprecated-with-sunset",
            "reactivated");

    /**
     * Of what is not used in this direction, not worth telling. The rest is judged as if used: clients send back what they
     * received, and servers refuse what does not match.
     */
    private static final Pattern UNUSED_MAY_CHANGE = Pattern.compile("type-.*|list-of-types-.*|.*-set|.*-unset"
            + "|(max|min|exclusive-max|exclusive-min|(max|min)-(length|items|properties))-(in|de)creased"
            + "|x-extensible-enum-value-removed|additional-properties-.*");

    private final Usage usage;
    private final SchemaPair pair;
    private final @Nullable Site above;
    private final @Nullable Child child;

    private Site(Usage usage, SchemaPair pair, @Nullable Site above, @Nullable Child child) {
        this.usage = usage;
        this.pair = pair;
        this.above = above;
        this.child = child;
    }

    static Site root(Usage usage, SchemaPair pair) {
        return new Site(usage, pair, null, null);
    }

    Site below(Child next) {
        return new Site(usage, next.pair(), this, next);
    }

    Usage usage() {
        return usage;
    }

    SchemaPair pair() {
        return pair;
    }

    JsonNode previous() {
        return pair.previous();
    }

    JsonNode current() {
        return pair.current();
    }

    /** Whether this is the whole value rather than a part; a wrapper for null is not a level of its own. */
    boolean isRoot() {
        return above == null || child != null && child.label().isEmpty() && above.isRoot();
    }

    /** The name this schema has as a property; null where it is none. */
    @Nullable
    String propertyName() {
        if (child == null || above == null) {
            return null;
        }
        return child.label().isEmpty() ? above.propertyName() : child.isProperty() ? child.label() : null;
    }

    /** The schema that has this one as a part; the root has none. */
    @Nullable
    Site parent() {
        return child != null && above != null && child.label().isEmpty() ? above.parent() : above;
    }

    Location at() {
        return new Location(usage.where().operation(), usage.where().pointer() + pointer(), usage.subject(path()));
    }

    private String pointer() {
        return child == null || above == null ? "" : above.pointer() + child.pointer();
    }

    /** For example {@code address/lines/items}. */
    private String path() {
        if (child == null || above == null) {
            return "";
        }
        String path = above.path();
        return path.isEmpty() || child.label().isEmpty() ? path + child.label() : path + "/" + child.label();
    }

    /** What is read only is not sent in requests, what is write only not received in responses. */
    boolean isUnused(JsonNode schema) {
        return Nodes.isTrue(schema.get(usage.isRequest() ? "readOnly" : "writeOnly"));
    }

    Location property(String name) {
        String path = path();
        String longer = path.isEmpty() ? name : path + "/" + name;
        return at().child("properties").child(name).called(usage.subject(longer));
    }

    void report(String suffix, @Nullable String before, @Nullable String after) {
        report(suffix, "", before, after);
    }

    void report(String suffix, String name, @Nullable String before, @Nullable String after) {
        String id = prefix(suffix) + "-" + suffix;
        if (isUnused(pair.current()) && !isRoot()) {
            String direction = usage.isRequest() ? "request-read-only" : "response-write-only";
            String special = direction + "-property-" + suffix;
            if (Catalogue.rules().containsKey(special)) {
                id = special;
            } else if (UNUSED_MAY_CHANGE.matcher(suffix).matches()) {
                return;
            }
        }
        usage.report().add(id, at(), name, before, after);
    }

    /** Under an id of its own. */
    void reportAs(String id, Location where, @Nullable String before, @Nullable String after) {
        usage.report().add(id, where, "", before, after);
    }

    private String prefix(String suffix) {
        return switch (usage.place()) {
            case BODY -> usage.direction().word() + (isRoot() ? "-body" : "-property");
            case PARAMETER ->
                !isRoot() && OF_PARTS.contains(suffix) ? "request-parameter-property" : "request-parameter";
            case HEADER -> "response-header";
        };
    }
}
