package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which schemas apply to which position of an array: as a promise, with {@code unevaluatedItems} where it surely applies, or
 * as a demand, without.
 */
public final class ArrayShape {
    private record Part(
            List<Schema> prefix,
            @Nullable Schema rest,
            int unevaluatedFrom,
            @Nullable Schema unevaluated) {}

    private final List<Part> parts = new ArrayList<>();
    private final int prefix;

    private ArrayShape(Conjunction schema, boolean surely) {
        int longest = 0;
        for (Schema member : schema.members()) {
            List<Schema> own = prefixOf(member);
            longest = Math.max(longest, own.size());
            Schema unevaluated = surely ? member.child("unevaluatedItems") : null;
            int from = 0;
            if (unevaluated != null) {
                Evaluated evaluated = new Evaluated(member);
                from = evaluated.dependsOnInstance() || evaluated.hasContains()
                        ? Integer.MAX_VALUE
                        : evaluated.firstItem();
                longest = from == Integer.MAX_VALUE ? longest : Math.max(longest, from);
            }
            parts.add(new Part(own, restOf(member), from, unevaluated));
        }
        this.prefix = longest;
    }

    public static ArrayShape promised(Conjunction schema) {
        return new ArrayShape(schema, true);
    }

    public static ArrayShape demanded(Conjunction schema) {
        return new ArrayShape(schema, false);
    }

    /** Schemas by position: {@code prefixItems}, before 2020-12 a list under {@code items}. */
    static List<Schema> prefixOf(Schema member) {
        return member.get("prefixItems") == null ? member.children("items") : member.children("prefixItems");
    }

    /** The schema of all positions after those; null when anything goes. */
    static @Nullable Schema restOf(Schema member) {
        JsonNode items = member.get("items");
        return items != null && items.isArray() ? member.child("additionalItems") : member.child("items");
    }

    /** How many positions may differ from all that follow. */
    public int prefix() {
        return prefix;
    }

    /** The schemas of one position; none means anything goes. */
    public List<Schema> at(int index) {
        List<Schema> schemas = new ArrayList<>();
        for (Part part : parts) {
            Schema own = index < part.prefix().size() ? part.prefix().get(index) : part.rest();
            if (own != null) {
                schemas.add(own);
            }
            if (part.unevaluated() != null && index >= part.unevaluatedFrom()) {
                schemas.add(part.unevaluated());
            }
        }
        return schemas;
    }

    /** The first position where nothing is allowed; {@link Long#MAX_VALUE} where there is none. */
    public long end() {
        for (int index = 0; index <= prefix; index++) {
            for (Schema schema : at(index)) {
                if (schema.node().isBoolean() && !schema.node().asBoolean()) {
                    return index;
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
