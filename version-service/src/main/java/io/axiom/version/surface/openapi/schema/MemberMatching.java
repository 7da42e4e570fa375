package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.document.Sizes;
import io.axiom.version.surface.openapi.schema.Members.Match;
import io.axiom.version.surface.openapi.schema.Members.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds which members of two lists of schemas belong together, where order does not count: those with the same reference;
 * then those that say the same; then those with the same title; then one written out and one by reference that say the
 * same; and at last the only one left on each side.
 */
final class MemberMatching {
    private static final int GREATEST_KEY = 20_000;

    private final SchemaSource previousSource;
    private final SchemaSource currentSource;
    private final List<Match> matched = new ArrayList<>();
    private List<Member> previous;
    private List<Member> current;

    private MemberMatching(
            SchemaSource previousSource, JsonNode previousList, SchemaSource currentSource, JsonNode currentList) {
        this.previousSource = previousSource;
        this.currentSource = currentSource;
        this.previous = members(previousList);
        this.current = members(currentList);
    }

    static Members unordered(
            SchemaSource previousSource, JsonNode previousList, SchemaSource currentSource, JsonNode currentList) {
        return new MemberMatching(previousSource, previousList, currentSource, currentList).match();
    }

    /** By position, for lists where order counts. */
    static Members ordered(JsonNode previousList, JsonNode currentList) {
        List<Member> previous = members(previousList);
        List<Member> current = members(currentList);
        int both = Math.min(previous.size(), current.size());
        return new Members(
                IntStream.range(0, both)
                        .mapToObj(i -> new Match(previous.get(i), current.get(i)))
                        .toList(),
                previous.subList(both, previous.size()),
                current.subList(both, current.size()));
    }

    private static List<Member> members(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Member(i, list.get(i)))
                .filter(member -> SchemaSource.isSchema(member.node()))
                .toList();
    }

    private Members match() {
        pairAtSamePlace();
        pair(Nodes::reference, Nodes::reference);
        pair(MemberMatching::inline, MemberMatching::inline);
        pair(MemberMatching::title, MemberMatching::title);
        pair(MemberMatching::inline, node -> byReference(node, currentSource));
        pair(node -> byReference(node, previousSource), MemberMatching::inline);
        if (previous.size() == 1 && current.size() == 1 && isUntitled(previous) && isUntitled(current)) {
            matched.add(new Match(previous.getFirst(), current.getFirst()));
            previous = List.of();
            current = List.of();
        }
        matched.sort(Comparator.comparingInt(match -> match.current().index()));
        return new Members(matched, previous, current);
    }

    /** Pairs members that stand at the same place unchanged, which is most of them, and those too big for a key. */
    private void pairAtSamePlace() {
        Map<Integer, Member> byIndex = previous.stream().collect(Collectors.toMap(Member::index, Function.identity()));
        List<Match> same = new ArrayList<>();
        for (Member member : current) {
            Member partner = byIndex.get(member.index());
            if (partner != null && partner.node().equals(member.node())) {
                same.add(new Match(partner, member));
            }
        }
        matched.addAll(same);
        Set<Integer> gone = same.stream().map(match -> match.current().index()).collect(Collectors.toSet());
        previous = without(previous, gone);
        current = without(current, gone);
    }

    private static List<Member> without(List<Member> members, Set<Integer> gone) {
        return members.stream().filter(member -> !gone.contains(member.index())).toList();
    }

    /** Pairs members of equal key, each once; those without a key stay. */
    private void pair(
            Function<JsonNode, @Nullable Object> previousKey, Function<JsonNode, @Nullable Object> currentKey) {
        if (previous.isEmpty() || current.isEmpty()) {
            return;
        }
        Map<Object, Deque<Member>> byKey = new HashMap<>();
        for (Member member : previous) {
            Object key = previousKey.apply(member.node());
            if (key != null) {
                byKey.computeIfAbsent(key, any -> new ArrayDeque<>()).add(member);
            }
        }
        List<Member> left = new ArrayList<>();
        List<Member> taken = new ArrayList<>();
        for (Member member : current) {
            Object key = currentKey.apply(member.node());
            Deque<Member> same = key == null ? null : byKey.get(key);
            if (same == null || same.isEmpty()) {
                left.add(member);
            } else {
                Member partner = same.removeFirst();
                taken.add(partner);
                matched.add(new Match(partner, member));
            }
        }
        current = left;
        previous = without(previous, taken.stream().map(Member::index).collect(Collectors.toSet()));
    }

    private static @Nullable Object inline(JsonNode node) {
        return Nodes.reference(node) == null ? key(node) : null;
    }

    private static @Nullable Object byReference(JsonNode node, SchemaSource source) {
        return Nodes.reference(node) == null ? null : key(source.schema(node));
    }

    private static @Nullable Object key(JsonNode schema) {
        return Sizes.isAtMost(schema, GREATEST_KEY) ? Contract.of(schema) : null;
    }

    private static @Nullable Object title(JsonNode node) {
        String title = node.path("title").asString("");
        return title.isEmpty() || Nodes.reference(node) != null ? null : title;
    }

    private static boolean isUntitled(List<Member> only) {
        JsonNode node = only.getFirst().node();
        return Nodes.reference(node) == null && title(node) == null;
    }
}
