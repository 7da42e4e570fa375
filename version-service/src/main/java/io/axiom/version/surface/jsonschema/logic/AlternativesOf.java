package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds where an instance of a schema is one of several sorts. */
public final class AlternativesOf {
    private AlternativesOf() {}

    static List<Alternatives> conjunction(Conjunction schema) {
        List<Alternatives> all = new ArrayList<>();
        for (Schema member : schema.members()) {
            add(listed(member, "oneOf"), schema, all);
            add(listed(member, "anyOf"), schema, all);
            add(conditional(member), schema, all);
            add(types(member), schema, all);
        }
        return all;
    }

    /** Those of {@code anyOf} or {@code oneOf}; null when absent. */
    public static @Nullable Alternatives listed(Schema member, String keyword) {
        if (member.get(keyword) == null) {
            return null;
        }
        return new Alternatives(
                member, keyword, member.children(keyword).stream().map(List::of).toList());
    }

    private static void add(@Nullable Alternatives found, Conjunction schema, List<Alternatives> all) {
        if (found != null && !schema.hasSplit(found)) {
            all.add(found);
        }
    }

    /** Either the condition and then, or else; that the condition does not hold in the second is not said. */
    private static @Nullable Alternatives conditional(Schema member) {
        Schema condition = member.child("if");
        if (condition == null) {
            return null;
        }
        Schema then = member.child("then");
        Schema otherwise = member.child("else");
        return new Alternatives(
                member,
                "if",
                List.of(
                        then == null ? List.of(condition) : List.of(condition, then),
                        otherwise == null ? List.of() : List.of(otherwise)));
    }

    private static @Nullable Alternatives types(Schema member) {
        JsonNode type = member.get("type");
        boolean nullable = TypeLimits.isNullable(member);
        if (type == null || type.isString() && !nullable) {
            return null;
        }
        Types types = Types.of(type).or(nullable ? Types.NULL : Types.NONE);
        List<String> names = types.names();
        return names.size() < 2
                ? null
                : new Alternatives(
                        member,
                        "type",
                        names.stream()
                                .map(name -> List.of(TypeSchemas.named(name)))
                                .toList());
    }
}
