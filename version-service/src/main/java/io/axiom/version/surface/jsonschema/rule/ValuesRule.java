package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.FiniteValues;
import io.axiom.version.surface.jsonschema.logic.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code enum} and {@code const}. */
final class ValuesRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        List<JsonNode> current = FiniteValues.listed(now);
        List<JsonNode> listed = FiniteValues.listed(before);
        List<JsonNode> previous = FiniteValues.of(before);
        String keyword = (current == null ? before : now).has("enum") ? "enum" : "const";
        if (current == null) {
            if (listed != null) {
                in.report(
                        Judgement.SAFE,
                        keyword + "-removed",
                        now.at(keyword),
                        before.first(keyword),
                        null,
                        "The values are no longer listed one by one.");
            }
        } else if (previous == null) {
            in.report(
                    Judgement.BREAKING,
                    keyword + "-added",
                    now.at(keyword),
                    null,
                    now.first(keyword),
                    "Only listed values are valid now; before, others were, too.");
        } else {
            compare(in, now, keyword, previous, current, listed != null);
        }
    }

    private static void compare(
            Comparison in,
            Conjunction now,
            String keyword,
            List<JsonNode> previous,
            List<JsonNode> current,
            boolean listed) {
        Set<Object> was = keys(previous);
        Set<Object> is = keys(current);
        for (JsonNode value : previous) {
            if (!is.contains(Values.canonical(value))) {
                in.report(
                        Judgement.BREAKING,
                        keyword.equals("const") ? "const-changed" : "enum-value-removed",
                        now.at(keyword),
                        value,
                        replacement(keyword, current),
                        "The value " + ValueText.of(value) + " was valid and no longer is.");
                if (in.isQuiet()) {
                    return;
                }
            }
        }
        for (JsonNode value : listed && !keyword.equals("const") ? current : List.<JsonNode>of()) {
            if (!was.contains(Values.canonical(value))) {
                in.addition(
                        "enum-value-added",
                        now.at(keyword),
                        null,
                        value,
                        "The value " + ValueText.of(value) + " is valid now.");
            }
        }
    }

    private static @Nullable JsonNode replacement(String keyword, List<JsonNode> current) {
        return keyword.equals("const") && current.size() == 1 ? current.getFirst() : null;
    }

    private static Set<Object> keys(List<JsonNode> values) {
        Set<Object> keys = new HashSet<>();
        values.forEach(value -> keys.add(Values.canonical(value)));
        return keys;
    }
}
