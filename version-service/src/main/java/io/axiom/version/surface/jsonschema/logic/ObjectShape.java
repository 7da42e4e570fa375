package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which schemas apply to which property of an object. Where that is not certain, the answer depends on the question: what
 * surely applies (a promise one may build on), or what may apply (a demand to be met). {@code unevaluatedProperties} is part
 * of the promise only.
 */
public final class ObjectShape {
    private final Conjunction schema;
    private final Patterns patterns;
    private final boolean surely;
    private final Map<Schema, Evaluated> evaluated = new HashMap<>();

    private ObjectShape(Conjunction schema, Patterns patterns, boolean surely) {
        this.schema = schema;
        this.patterns = patterns;
        this.surely = surely;
    }

    public static ObjectShape promised(Conjunction schema, Patterns patterns) {
        return new ObjectShape(schema, patterns, true);
    }

    public static ObjectShape demanded(Conjunction schema, Patterns patterns) {
        return new ObjectShape(schema, patterns, false);
    }

    /** The names under {@code properties}. */
    public Set<String> declared() {
        Set<String> names = new LinkedHashSet<>();
        for (Schema member : schema.members()) {
            member.entries("properties").forEach(entry -> names.add(entry.getKey()));
        }
        return names;
    }

    public boolean declares(String name) {
        for (Schema member : schema.members()) {
            JsonNode properties = member.get("properties");
            if (properties != null && properties.has(name)) {
                return true;
            }
        }
        return false;
    }

    /** The text of a declared property's first schema; null when not declared. */
    public @Nullable JsonNode node(String name) {
        for (Schema member : schema.members()) {
            Schema declared = member.entry("properties", name);
            if (declared != null) {
                return declared.node();
            }
        }
        return null;
    }

    public Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode list : schema.all("required")) {
            list.forEach(name -> names.add(name.asString()));
        }
        return names;
    }

    /** Expressions under {@code patternProperties}. */
    public Set<String> expressions() {
        Set<String> expressions = new LinkedHashSet<>();
        for (Schema member : schema.members()) {
            member.entries("patternProperties").forEach(entry -> expressions.add(entry.getKey()));
        }
        return expressions;
    }

    /** The schemas of one property; none means anything goes. */
    public List<Schema> of(String name) {
        List<Schema> schemas = new ArrayList<>();
        for (Schema member : schema.members()) {
            of(name, member, schemas);
        }
        return schemas;
    }

    private void of(String name, Schema member, List<Schema> into) {
        Schema declared = member.entry("properties", name);
        boolean spoken = declared != null;
        boolean unsure = false;
        if (declared != null) {
            into.add(declared);
        }
        for (var entry : member.entries("patternProperties")) {
            Truth match = patterns.matches(entry.getKey(), name);
            unsure |= match == Truth.UNKNOWN;
            Schema matched = match == Truth.TRUE ? member.entry("patternProperties", entry.getKey()) : null;
            if (matched != null) {
                into.add(matched);
                spoken = true;
            }
        }
        Schema additional = spoken || unsure && surely ? null : member.child("additionalProperties");
        if (additional != null) {
            into.add(additional);
        }
        Schema unevaluated = surely ? member.child("unevaluatedProperties") : null;
        if (unevaluated != null) {
            Evaluated known = evaluated(member);
            if (!known.dependsOnInstance() && known.property(name, patterns) == Truth.FALSE) {
                into.add(unevaluated);
            }
        }
    }

    /** The schemas of a property nobody declares and no expression matches. */
    public List<Schema> ofOthers() {
        List<Schema> schemas = new ArrayList<>();
        for (Schema member : schema.members()) {
            schemas.addAll(ofOthers(member));
        }
        return schemas;
    }

    /** The same of one member. */
    public List<Schema> ofOthers(Schema member) {
        List<Schema> schemas = new ArrayList<>();
        Schema additional = member.child("additionalProperties");
        if (additional != null) {
            schemas.add(additional);
        }
        Schema unevaluated = surely ? member.child("unevaluatedProperties") : null;
        if (unevaluated != null) {
            Evaluated known = evaluated(member);
            if (!known.dependsOnInstance() && !known.allProperties()) {
                schemas.add(unevaluated);
            }
        }
        return schemas;
    }

    /** Whether nothing but declared properties can occur. */
    public boolean isClosed() {
        return expressions().isEmpty() && Conjunction.of(ofOthers(), "").isNever();
    }

    private Evaluated evaluated(Schema member) {
        return evaluated.computeIfAbsent(member, Evaluated::new);
    }
}
