package io.axiom.version.surface.openapi.schema;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keywords that are not understood, or hold what they should not: a change of theirs is never called safe. */
final class UnknownKeywordRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null) {
            return;
        }
        Set<String> names = new TreeSet<>(site.previous().propertyNames());
        names.addAll(site.current().propertyNames());
        for (String name : names) {
            JsonNode before = site.previous().get(name);
            JsonNode after = site.current().get(name);
            boolean unknown = Keywords.matters(name) && !Keywords.UNDERSTOOD.contains(name);
            if ((unknown || isOddSchema(name, before) || isOddSchema(name, after)) && !Objects.equals(before, after)) {
                site.report("keyword-changed", name, SchemaRule.text(before), SchemaRule.text(after));
            }
        }
    }

    /** For example a list where {@code items} holds one schema. */
    private static boolean isOddSchema(String keyword, @Nullable JsonNode value) {
        return value != null && Keywords.SINGLE.contains(keyword) && !SchemaSource.isSchema(value);
    }
}
