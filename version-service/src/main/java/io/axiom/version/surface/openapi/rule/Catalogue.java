package io.axiom.version.surface.openapi.rule;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Every rule by its id. */
public final class Catalogue {
    private static final Map<String, Rule> RULES = all();

    private Catalogue() {}

    public static Rule rule(String id) {
        Rule rule = RULES.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("No rule " + id);
        }
        return rule;
    }

    /** By id, sorted. */
    public static Map<String, Rule> rules() {
        return RULES;
    }

    private static Map<String, Rule> all() {
        Map<String, Rule> rules = new TreeMap<>();
        SchemaRules.addTo(rules);
        PropertyRules.addTo(rules);
        ApiRules.addTo(rules);
        return Collections.unmodifiableMap(rules);
    }
}
