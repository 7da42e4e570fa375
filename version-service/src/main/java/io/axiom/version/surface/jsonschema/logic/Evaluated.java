package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the {@code unevaluated…} keyword of one schema leaves to it: everything the schemas beside and under it (by {@code
 * $ref} and {@code allOf}) do not speak of. What branches such as {@code anyOf} speak of depends on the instance.
 */
public final class Evaluated {
    private static final List<String> BRANCHES =
            List.of("anyOf", "oneOf", "if", "then", "else", "dependentSchemas", "dependencies");

    private final Schema owner;
    private final Conjunction within;
    private final boolean dependsOnInstance;

    public Evaluated(Schema owner) {
        this.owner = owner;
        this.within = Conjunction.of(owner);
        this.dependsOnInstance = BRANCHES.stream().anyMatch(within::has)
                || within.members().stream()
                        .anyMatch(member -> !member.notUnderstood().isEmpty());
    }

    public boolean dependsOnInstance() {
        return dependsOnInstance;
    }

    /** The branches, to compare them with others. */
    public List<JsonNode> branches() {
        List<JsonNode> branches = new ArrayList<>();
        BRANCHES.forEach(keyword -> branches.addAll(within.all(keyword)));
        return branches;
    }

    /** Whether a property is spoken of, whatever the instance. */
    public Truth property(String name, Patterns patterns) {
        if (allProperties()) {
            return Truth.TRUE;
        }
        Truth spoken = Truth.FALSE;
        for (Schema member : within.members()) {
            if (member.entry("properties", name) != null) {
                return Truth.TRUE;
            }
            for (var entry : member.entries("patternProperties")) {
                spoken = spoken.or(patterns.matches(entry.getKey(), name));
            }
        }
        return spoken;
    }

    /** Whether every property is spoken of. */
    public boolean allProperties() {
        return within.members().stream()
                .anyMatch(member -> !member.equals(owner) && member.get("unevaluatedProperties") != null
                        || member.get("additionalProperties") != null);
    }

    public Set<String> expressions() {
        Set<String> expressions = new LinkedHashSet<>();
        within.members()
                .forEach(member ->
                        member.entries("patternProperties").forEach(entry -> expressions.add(entry.getKey())));
        return expressions;
    }

    /** Whether items are contained in something, which speaks of them since 2020-12. */
    public boolean hasContains() {
        return within.has("contains");
    }

    /** The first index not spoken of; {@link Integer#MAX_VALUE} when all are. */
    public int firstItem() {
        int first = 0;
        for (Schema member : within.members()) {
            if (!member.equals(owner) && member.get("unevaluatedItems") != null || ArrayShape.restOf(member) != null) {
                return Integer.MAX_VALUE;
            }
            first = Math.max(first, ArrayShape.prefixOf(member).size());
        }
        return first;
    }
}
