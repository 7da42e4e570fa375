package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import tools.jackson.databind.JsonNode;

/** Titles, descriptions, defaults, examples and their like: they validate nothing. */
final class AnnotationRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        compare(in, before, now);
    }

    static void compare(Comparison in, Conjunction before, Conjunction now) {
        // With another number of schemas it is not known which corresponds to which.
        if (in.isQuiet() || before.members().size() != now.members().size()) {
            return;
        }
        for (int i = 0; i < now.members().size(); i++) {
            Schema was = before.members().get(i);
            Schema is = now.members().get(i);
            for (String keyword : Schema.annotations()) {
                JsonNode previous = was.node().get(keyword);
                JsonNode current = is.node().get(keyword);
                if (previous == null ? current != null : !previous.equals(current)) {
                    in.report(
                            Judgement.SAFE,
                            "annotation-changed",
                            Pointers.child(is.pointer(), keyword),
                            previous,
                            current,
                            "The annotation \"" + keyword + "\" has changed; validity does not depend on it.");
                }
            }
        }
    }
}
