package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Keywords nobody here knows, or with values of the wrong shape: where they differ, the result is undetermined. */
final class UnknownKeywordRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        if (isUnderstood(before) && isUnderstood(now)) {
            return;
        }
        Map<String, Set<JsonNode>> was = of(before);
        Map<String, Set<JsonNode>> is = of(now);
        if (was.equals(is) && !is.keySet().stream().anyMatch(UnknownKeywordRule::dependsOnPlace)) {
            return;
        }
        Set<String> keywords = new LinkedHashSet<>(was.keySet());
        keywords.addAll(is.keySet());
        for (String keyword : keywords) {
            Set<JsonNode> previous = was.getOrDefault(keyword, Set.of());
            Set<JsonNode> current = is.getOrDefault(keyword, Set.of());
            if (!previous.equals(current) || dependsOnPlace(keyword)) {
                in.report(
                        Judgement.UNDETERMINED,
                        "keyword-not-understood",
                        place(now, keyword),
                        text(previous),
                        text(current),
                        "The keyword \"" + keyword
                                + "\" differs, and what it means with such a value is not known in this dialect.");
            }
        }
    }

    static boolean isUnderstood(Conjunction schema) {
        for (Schema member : schema.members()) {
            if (!member.notUnderstood().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** A reference by anchor leads elsewhere in another document, though its text is the same. */
    private static boolean dependsOnPlace(String keyword) {
        return keyword.equals("$dynamicRef") || keyword.equals("$recursiveRef") || keyword.equals("$ref");
    }

    private static Map<String, Set<JsonNode>> of(Conjunction schema) {
        Map<String, Set<JsonNode>> all = new LinkedHashMap<>();
        for (Schema member : schema.members()) {
            for (String keyword : member.notUnderstood()) {
                all.computeIfAbsent(keyword, any -> new LinkedHashSet<>())
                        .add(member.node().get(keyword));
            }
        }
        return all;
    }

    private static String place(Conjunction now, String keyword) {
        List<Schema> holders = now.members().stream()
                .filter(member -> member.notUnderstood().contains(keyword))
                .toList();
        return Pointers.child(
                holders.isEmpty() ? now.pointer() : holders.getFirst().pointer(), keyword);
    }

    private static @org.jspecify.annotations.Nullable String text(Set<JsonNode> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .map(value -> String.valueOf(ValueText.of(value)))
                        .collect(Collectors.joining(" and "));
    }
}
