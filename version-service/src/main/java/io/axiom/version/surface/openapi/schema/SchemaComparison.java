package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Sizes;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Judges a pair of schemas and all pairs below it, once per place of use. Equal parts are not entered. */
public final class SchemaComparison {
    private static final int MOST_LEVELS = 120;

    private static final List<SchemaRule> RULES = List.of(
            new NullabilityRule(),
            new TypeRule(),
            new EnumRule(),
            new LimitRule(),
            new PatternRule(),
            new DefaultRule(),
            new CompositionRule(),
            new DiscriminatorRule(),
            new PresenceRule(),
            new NamedRule(),
            new FurtherPropertiesRule(),
            new PropertyRule(),
            new AccessRule(),
            new ContentRule(),
            new LifecycleRule(),
            new UnknownKeywordRule());

    private final Set<SchemaPair> path = Collections.newSetFromMap(new IdentityHashMap<>());

    private SchemaComparison() {}

    public static void compare(Usage usage, JsonNode previous, JsonNode current) {
        SchemaPair pair = usage.graph().pair(previous, current);
        new SchemaComparison().walk(Site.root(usage, pair));
    }

    private void walk(Site site) {
        SchemaPair pair = site.pair();
        int effort = Sizes.near(pair.previous()) + Sizes.near(pair.current());
        if (!pair.differs() || !site.usage().report().visit(effort) || !path.add(pair)) {
            return;
        }
        if (path.size() > MOST_LEVELS) {
            site.report("too-deep", null, null);
        } else {
            RULES.forEach(rule -> rule.judge(site));
            pair.children().stream()
                    .filter(child -> !Keywords.OPAQUE.contains(child.keyword()))
                    .forEach(child -> walk(site.below(child)));
        }
        path.remove(pair);
    }
}
