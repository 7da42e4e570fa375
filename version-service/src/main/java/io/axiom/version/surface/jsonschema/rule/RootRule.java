package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Dialect;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What concerns the document as a whole: its dialect, its root, and definitions others may refer to. */
final class RootRule {
    void apply(Comparison in, Schema before, Schema now) {
        dialect(in, before, now);
        if (before.dialect() == now.dialect() && before.node().equals(now.node())) {
            return;
        }
        in.explain(Conjunction.of(before), Conjunction.of(now));
        if (before.isUnconstrained() && now.isUnconstrained() && before.node().isObject()) {
            definitions(in, before, now, "definitions");
            definitions(in, before, now, "$defs");
        }
    }

    private static void dialect(Comparison in, Schema before, Schema now) {
        String previous = before.node().path("$schema").asString("");
        String current = now.node().path("$schema").asString("");
        if (previous.equals(current) || previous.isEmpty() && current.isEmpty()) {
            return;
        }
        boolean known = isKnown(previous) && isKnown(current);
        in.report(
                known ? Judgement.SAFE : Judgement.UNDETERMINED,
                known ? "dialect-changed" : "dialect-not-understood",
                Pointers.child(now.pointer(), "$schema"),
                previous,
                current,
                known
                        ? "The schema is written in another draft of JSON Schema; each side was read by its own."
                        : "The schema is written in a dialect that is not one of the drafts 4 to 2020-12; what that changes is not known.");
    }

    private static boolean isKnown(String schema) {
        return schema.isEmpty() || Dialect.named(schema) != null;
    }

    /** A document of nothing but definitions is there to be referred to, so each of them is a surface. */
    private static void definitions(Comparison in, Schema before, Schema now, String keyword) {
        Set<String> names = new LinkedHashSet<>();
        before.entries(keyword).forEach(entry -> names.add(entry.getKey()));
        now.entries(keyword).forEach(entry -> names.add(entry.getKey()));
        for (String name : names) {
            Schema was = before.entry(keyword, name);
            Schema is = now.entry(keyword, name);
            String path = Pointers.child(Pointers.child(now.pointer(), keyword), name);
            if (was == null && is != null) {
                in.addition("definition-added", path, null, is.node(), "The definition \"" + name + "\" is new.");
            } else if (was != null && is == null) {
                in.report(
                        Judgement.BREAKING,
                        "definition-removed",
                        path,
                        was.node(),
                        null,
                        "The definition \"" + name + "\" is gone; what refers to it finds nothing.");
            } else if (was != null && is != null) {
                in.explain(Conjunction.of(List.of(was), was.pointer()), Conjunction.of(List.of(is), is.pointer()));
            }
        }
    }
}
