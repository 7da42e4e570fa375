package io.axiom.version.surface.openapi.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Tables of rules as text: one line each, cells split by {@code |}. */
final class RuleTable {
    private RuleTable() {}

    /** Lines of id, judgement, sentence. */
    static void add(Map<String, Rule> rules, String table) {
        rows(table).forEach(row -> put(rules, Rule.of(row.get(0), row.get(1), row.get(2))));
    }

    static void put(Map<String, Rule> rules, Rule rule) {
        if (rules.put(rule.id(), rule) != null) {
            throw new IllegalStateException("Two rules " + rule.id());
        }
    }

    static List<List<String>> rows(String table) {
        return table.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }
}
