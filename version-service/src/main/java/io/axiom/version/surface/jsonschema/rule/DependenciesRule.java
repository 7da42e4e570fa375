package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Dependencies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code dependencies}, {@code dependentRequired}, {@code dependentSchemas}. */
final class DependenciesRule implements Rule {
    private static final List<String> KEYWORDS = List.of("dependencies", "dependentRequired", "dependentSchemas");

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        boolean concerned = KEYWORDS.stream().anyMatch(keyword -> before.has(keyword) || now.has(keyword));
        if (!concerned || !PropertiesRule.concernsObjects(before, now)) {
            return;
        }
        Map<String, Dependencies> was = Dependencies.of(before.members());
        Map<String, Dependencies> is = Dependencies.of(now.members());
        is.forEach((name, demanded) -> {
            if (!Conjunction.of(in.promised(before).of(name), "").isNever()) {
                compare(in, before, now, name, was, demanded);
            }
        });
        for (String name : was.keySet()) {
            if (!is.containsKey(name)) {
                in.report(
                        Judgement.SAFE,
                        "dependency-removed",
                        path(before, name),
                        name,
                        null,
                        "That an object has the property \"" + name + "\" demands nothing else any more.");
            }
        }
    }

    private static void compare(
            Comparison in,
            Conjunction before,
            Conjunction now,
            String name,
            Map<String, Dependencies> was,
            Dependencies demanded) {
        List<Schema> own = was.containsKey(name) ? was.get(name).schemas() : List.of();
        Conjunction promised = before.and(triggered(name, was));
        Set<String> present = present(in, promised, name, was);
        for (String needed : demanded.required()) {
            if (!present.contains(needed)) {
                in.report(
                        Judgement.BREAKING,
                        "dependent-property-required",
                        path(now, name),
                        null,
                        needed,
                        "An object with the property \"" + name + "\" must now also have \"" + needed + "\".");
            }
        }
        for (Schema schema : demanded.schemas()) {
            schema(in, name, Conjunction.of(own, path(before, name)), promised, Conjunction.of(schema));
        }
    }

    private static void schema(
            Comparison in, String name, Conjunction own, Conjunction promised, Conjunction demanded) {
        Judgement direct = own.members().isEmpty() ? Judgement.BREAKING : in.judge(own, demanded);
        Judgement judged = direct == Judgement.SAFE ? direct : in.judge(promised, demanded);
        if (!own.members().isEmpty() && (direct == Judgement.SAFE || judged != Judgement.SAFE)) {
            in.explain(own, demanded);
        } else if (judged != Judgement.SAFE) {
            in.report(
                    judged,
                    "dependent-schema-added",
                    demanded.pointer(),
                    null,
                    demanded.members().isEmpty()
                            ? null
                            : demanded.members().getFirst().node(),
                    "An object with the property \"" + name + "\" must now meet a further schema.");
        }
    }

    /** The schemas that apply when a property is there, and those that follow by the names they require. */
    private static List<Schema> triggered(String name, Map<String, Dependencies> was) {
        Dependencies known = was.get(name);
        return known == null ? List.of() : new ArrayList<>(known.schemas());
    }

    private static Set<String> present(
            Comparison in, Conjunction promised, String name, Map<String, Dependencies> was) {
        Set<String> present = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(in.promised(promised).required());
        open.add(name);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (present.add(next) && was.containsKey(next)) {
                open.addAll(was.get(next).required());
            }
        }
        return present;
    }

    private static String path(Conjunction schema, String name) {
        for (String keyword : KEYWORDS) {
            for (Schema member : schema.members()) {
                if (member.node().path(keyword).has(name)) {
                    return Pointers.child(Pointers.child(member.pointer(), keyword), name);
                }
            }
        }
        return schema.pointer();
    }
}
