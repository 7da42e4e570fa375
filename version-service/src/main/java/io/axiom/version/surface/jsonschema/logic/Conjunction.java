package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Schemas that must all hold for one instance, with {@code $ref} and {@code allOf} followed. No member means anything is
 * valid. Alternatives that have been split, one branch of them being a member now, count no more.
 */
public final class Conjunction {
    private final List<Schema> members;
    private final boolean never;
    private final boolean viaReference;
    private final String pointer;
    private final Set<Alternatives> split;

    private @Nullable Types types;
    private @Nullable List<Alternatives> alternatives;

    private Conjunction(Flattening flat, String pointer, Set<Alternatives> split) {
        this.members = List.copyOf(flat.members);
        this.never = flat.never;
        this.viaReference = flat.viaReference;
        this.pointer = pointer;
        this.split = split;
    }

    public static Conjunction of(Schema schema) {
        return of(List.of(schema), schema.pointer());
    }

    /** The schemas together; the pointer says where they stand, for messages. */
    public static Conjunction of(List<Schema> parts, String pointer) {
        return new Conjunction(new Flattening(parts), pointer, Set.of());
    }

    /** One schema by itself, without what it refers to. */
    static Conjunction alone(Schema schema) {
        Flattening one = new Flattening(List.of());
        one.members.add(schema);
        return new Conjunction(one, schema.pointer(), Set.of());
    }

    public Conjunction and(List<Schema> parts) {
        List<Schema> all = new ArrayList<>(members);
        all.addAll(parts);
        Flattening flat = new Flattening(all);
        flat.never |= never;
        flat.viaReference |= viaReference;
        return new Conjunction(flat, pointer, split);
    }

    /** This with one branch of some of its alternatives. */
    public Conjunction with(Alternatives alternatives, List<Schema> branch) {
        Conjunction narrowed = and(branch);
        Set<Alternatives> without = new HashSet<>(split);
        without.add(alternatives);
        Flattening flat = new Flattening(narrowed.members);
        flat.never = narrowed.never;
        flat.viaReference = narrowed.viaReference;
        return new Conjunction(flat, pointer, without);
    }

    public List<Schema> members() {
        return members;
    }

    /** Whether a {@code false} is among them. */
    public boolean isNever() {
        return never;
    }

    public boolean isViaReference() {
        return viaReference;
    }

    public boolean isSplit() {
        return !split.isEmpty();
    }

    boolean hasSplit(Alternatives alternatives) {
        return split.contains(alternatives);
    }

    public String pointer() {
        return pointer;
    }

    /** Where a keyword stands, or would stand. */
    public String at(String keyword) {
        Schema source = source(keyword);
        return Pointers.child(source == null ? pointer : source.pointer(), keyword);
    }

    /** The first member that has a keyword. */
    public @Nullable Schema source(String keyword) {
        for (Schema member : members) {
            if (member.get(keyword) != null) {
                return member;
            }
        }
        return null;
    }

    public boolean has(String keyword) {
        return source(keyword) != null;
    }

    /** The first value of a keyword. */
    public @Nullable JsonNode first(String keyword) {
        Schema source = source(keyword);
        return source == null ? null : source.get(keyword);
    }

    /** All values of a keyword. */
    public List<JsonNode> all(String keyword) {
        if (!has(keyword)) {
            return List.of();
        }
        List<JsonNode> values = new ArrayList<>();
        for (Schema member : members) {
            JsonNode value = member.get(keyword);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** All schemas of a keyword that holds one. */
    public List<Schema> children(String keyword) {
        List<Schema> children = new ArrayList<>();
        for (Schema member : members) {
            Schema child = member.child(keyword);
            if (child != null) {
                children.add(child);
            }
        }
        return children;
    }

    /** The types an instance can have at most. */
    public Types types() {
        if (types == null) {
            types = TypeLimits.possible(this);
        }
        return types;
    }

    /** The alternatives not split yet. */
    public List<Alternatives> alternatives() {
        if (alternatives == null) {
            alternatives = AlternativesOf.conjunction(this);
        }
        return alternatives;
    }

    /** About how much there is to look at, in steps of the budget. */
    public int weight() {
        int parts = 0;
        for (Schema member : members) {
            for (JsonNode value : member.node()) {
                parts += 1 + value.size();
            }
        }
        return parts / 8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conjunction that
                && never == that.never
                && members.equals(that.members)
                && split.equals(that.split);
    }

    @Override
    public int hashCode() {
        return members.hashCode() * 31 + split.size();
    }
}
