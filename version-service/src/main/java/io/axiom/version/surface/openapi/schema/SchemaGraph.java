package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Document;
import io.axiom.version.surface.openapi.document.Pointers;
import io.axiom.version.surface.openapi.document.Refusals;
import io.axiom.version.surface.openapi.document.Sizes;
import io.axiom.version.surface.openapi.schema.SchemaPair.Child;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All pairs of schemas reached so far. Pairs are built from a queue rather than by recursion, so that neither cycles nor
 * long chains of references can exhaust anything but the limit on pairs ({@code surface.too-complex}).
 */
public final class SchemaGraph {
    private static final int MOST_PAIRS = 600_000;
    private static final int MOST_EFFORT = 30_000_000;

    private final SchemaSource previous;
    private final SchemaSource current;
    private final Map<Key, SchemaPair> pairs = new HashMap<>();
    private final Deque<SchemaPair> open = new ArrayDeque<>();
    private long effort;

    /** Two nodes by identity: equal schemas in different places are different pairs. */
    private record Key(JsonNode previous, JsonNode current) {
        @Override
        @SuppressWarnings("ReferenceEquality") // identity is what is asked
        public boolean equals(Object other) {
            return other instanceof Key key && previous == key.previous && current == key.current;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(previous) + System.identityHashCode(current);
        }
    }

    /** @param flattens whether {@code allOf} is merged before schemas are compared */
    public SchemaGraph(Document previous, Document current, boolean flattens) {
        this.previous = new SchemaSource(previous, flattens);
        this.current = new SchemaSource(current, flattens);
    }

    SchemaSource previous() {
        return previous;
    }

    SchemaSource current() {
        return current;
    }

    /** The pair of two schemas as they stand in the documents, with all pairs below it known. */
    SchemaPair pair(JsonNode previousNode, JsonNode currentNode) {
        SchemaPair pair = intern(previousNode, currentNode);
        while (!open.isEmpty()) {
            expand(open.removeFirst());
        }
        return pair;
    }

    private SchemaPair intern(JsonNode previousNode, JsonNode currentNode) {
        Key key = key(previousNode, currentNode);
        SchemaPair known = pairs.get(key);
        if (known == null) {
            if (pairs.size() >= MOST_PAIRS) {
                throw Refusals.tooComplex(MOST_PAIRS, "pairs of schemas");
            }
            known = new SchemaPair(key.previous(), key.current());
            pairs.put(key, known);
            open.add(known);
        }
        return known;
    }

    /** Both merged, or both as written: what one document says in one schema is not compared with parts in the other. */
    private Key key(JsonNode previousNode, JsonNode currentNode) {
        JsonNode before = previous.schema(previousNode);
        JsonNode after = current.schema(currentNode);
        return AllOf.isIn(before) == AllOf.isIn(after)
                ? new Key(before, after)
                : new Key(previous.written(previousNode), current.written(currentNode));
    }

    private void expand(SchemaPair pair) {
        effort += Sizes.near(pair.previous()) + Sizes.near(pair.current());
        if (effort > MOST_EFFORT) {
            throw Refusals.tooComplex(MOST_EFFORT, "looks at their values");
        }
        NullWrap wrap = NullWrap.of(pair.previous(), pair.current());
        if (wrap != null) {
            expandWrapped(pair, wrap);
            return;
        }
        Set<String> keywords = new TreeSet<>(pair.previous().propertyNames());
        keywords.addAll(pair.current().propertyNames());
        for (String keyword : keywords) {
            if (Keywords.matters(keyword)) {
                expand(
                        pair,
                        keyword,
                        pair.previous().get(keyword),
                        pair.current().get(keyword));
            }
        }
    }

    private void expandWrapped(SchemaPair pair, NullWrap wrap) {
        pair.wrapped(wrap);
        pair.differ();
        JsonNode wrapper = wrap.added() ? pair.current() : pair.previous();
        JsonNode inner = wrapper.path(wrap.keyword()).get(wrap.index());
        String pointer = wrap.added() ? "/" + wrap.keyword() + "/" + wrap.index() : "";
        SchemaPair below = wrap.added() ? intern(pair.previous(), inner) : intern(inner, pair.current());
        pair.add(new Child(wrap.keyword(), "", pointer, below));
    }

    private void expand(SchemaPair pair, String keyword, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (Keywords.LISTS.contains(keyword)) {
            expandList(pair, keyword);
        } else if (before == null || after == null) {
            pair.differ();
        } else if (Keywords.SINGLE.contains(keyword) && before.isObject() && after.isObject()) {
            pair.add(new Child(keyword, keyword, "/" + keyword, intern(before, after)));
        } else if (Keywords.NAMED.contains(keyword) && before.isObject() && after.isObject()) {
            expandNamed(pair, keyword, before, after);
        } else if (!Objects.equals(before, after)) {
            pair.differ();
        }
    }

    private void expandNamed(SchemaPair pair, String keyword, JsonNode before, JsonNode after) {
        if (!before.propertyNames().equals(after.propertyNames())) {
            pair.differ();
        }
        before.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode other = after.get(name);
            if (other != null && SchemaSource.isSchema(entry.getValue()) && SchemaSource.isSchema(other)) {
                String label = keyword.equals("properties") ? name : keyword + "[" + name + "]";
                String pointer = Pointers.child("/" + keyword, name);
                pair.add(new Child(keyword, label, pointer, intern(entry.getValue(), other)));
            }
        });
    }

    private void expandList(SchemaPair pair, String keyword) {
        JsonNode before = pair.previous().path(keyword);
        JsonNode after = pair.current().path(keyword);
        Members members = keyword.equals("prefixItems")
                ? MemberMatching.ordered(before, after)
                : MemberMatching.unordered(previous, before, current, after);
        pair.members(keyword, members);
        if (!members.added().isEmpty() || !members.removed().isEmpty()) {
            pair.differ();
        }
        members.matched().forEach(match -> {
            int index = match.current().index();
            SchemaPair below = intern(match.previous().node(), match.current().node());
            pair.add(new Child(keyword, keyword + "[" + index + "]", "/" + keyword + "/" + index, below));
        });
    }
}
