package io.axiom.version.surface.openapi.schema;

import java.util.Set;

/** The pattern of text. Patterns are compared as text: whether one takes in more than another is not decided. */
final class PatternRule implements SchemaRule {
    private static final Set<String> ANYTHING = Set.of(".*", "^.*$", "^.*", ".*$");

    @Override
    public void judge(Site site) {
        String before = site.previous().path("pattern").asString("");
        String after = site.current().path("pattern").asString("");
        if (before.equals(after) || site.pair().nullWrap() != null) {
            return;
        }
        if (before.isEmpty()) {
            site.report("pattern-added", null, after);
        } else if (after.isEmpty()) {
            site.report("pattern-removed", before, null);
        } else {
            boolean anything = ANYTHING.contains(after) && site.usage().isRequest();
            site.report(anything ? "pattern-generalized" : "pattern-changed", before, after);
        }
    }
}
