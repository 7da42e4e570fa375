package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.document.Pointers;
import io.axiom.version.surface.jsonschema.document.Schema;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.ObjectShape;
import io.axiom.version.surface.jsonschema.logic.Truth;
import io.axiom.version.surface.jsonschema.logic.TypeLimits;
import io.axiom.version.surface.jsonschema.logic.Types;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Properties declared on either side, with all that applies to each: its own schema, matching patterns, or the rest's. */
final class PropertiesRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        if (!before.has("properties") && !now.has("properties") || !concernsObjects(before, now)) {
            return;
        }
        ObjectShape was = in.promised(before);
        ObjectShape is = in.demanded(now);
        Set<String> names = was.declared();
        names.addAll(is.declared());
        for (String name : names) {
            if (!isUntouched(before, now, name)) {
                new Property(in, name, before, now, was, is).compare();
            }
        }
    }

    static boolean concernsObjects(Conjunction before, Conjunction now) {
        return before.types().meets(Types.OBJECT)
                && TypeLimits.declared(now, true).meets(Types.OBJECT);
    }

    /** The common case, seen without building anything: one schema each, the property alike in both. */
    private static boolean isUntouched(Conjunction before, Conjunction now, String name) {
        if (before.members().size() != 1 || now.members().size() != 1) {
            return false;
        }
        Schema was = before.members().getFirst();
        Schema is = now.members().getFirst();
        JsonNode previous = was.node().path("properties").get(name);
        JsonNode current = is.node().path("properties").get(name);
        return previous != null
                && current != null
                && was.dialect() == is.dialect()
                && was.get("properties") != null
                && is.get("patternProperties") == null
                && Sameness.closed(previous, current);
    }

    /** One property of both sides. */
    private record Property(
            Comparison in, String name, Conjunction before, Conjunction now, ObjectShape was, ObjectShape is) {

        void compare() {
            Conjunction promised = schema(was, before);
            Conjunction demanded = schema(is, now);
            if (was.declares(name) && is.declares(name)) {
                in.inPart(() -> in.explain(promised, demanded));
            } else if (is.declares(name)) {
                added(promised, demanded);
            } else {
                removed(promised, demanded);
            }
        }

        private void added(Conjunction promised, Conjunction demanded) {
            boolean impossible = promised.isNever() || isForbidden();
            Judgement judged = impossible ? Judgement.SAFE : atMost(in.inPart(() -> in.judge(promised, demanded)));
            boolean collides = judged != Judgement.SAFE && !in.assumptions().onlyDeclaredProperties();
            JsonNode current = is.node(name);
            if (!collides) {
                in.addition("property-added", path(), null, current, "The property \"" + name + "\" is new.");
            } else if (promised.members().isEmpty()) {
                in.report(
                        judged,
                        "property-added-to-open-model",
                        path(),
                        null,
                        current,
                        "The property \"" + name
                                + "\" is declared now; before, objects could carry it with any value.");
            } else {
                in.report(
                        judged,
                        "property-added-narrower",
                        path(),
                        promised.members().getFirst().node(),
                        current,
                        "The property \"" + name
                                + "\" is declared now, and narrower than properties of any name were before.");
            }
        }

        private void removed(Conjunction promised, Conjunction demanded) {
            JsonNode previous = was.node(name);
            if (in.assumptions().propertiesAreKept()) {
                in.report(
                        Judgement.BREAKING,
                        "property-removed",
                        path(),
                        previous,
                        null,
                        "The property \"" + name + "\" is gone; events are kept for ever, and readers count on it.");
                return;
            }
            Judgement judged = isForbidden() ? Judgement.SAFE : in.inPart(() -> in.judge(promised, demanded));
            if (judged == Judgement.SAFE) {
                in.report(
                        judged,
                        "property-removed",
                        path(),
                        previous,
                        null,
                        "The property \"" + name + "\" is no longer declared; objects may still carry it.");
            } else {
                in.report(
                        judged,
                        demanded.isNever() ? "property-removed-from-closed-model" : "property-removed-narrower",
                        path(),
                        previous,
                        demanded.isNever()
                                ? null
                                : demanded.members().getFirst().node(),
                        "The property \"" + name + "\" is no longer declared, and "
                                + (demanded.isNever()
                                        ? "objects may not carry others than those declared."
                                        : "what is demanded of undeclared ones is narrower."));
            }
        }

        /** What an expression that is not understood may have promised is not known. */
        private Judgement atMost(Judgement judged) {
            boolean unsure =
                    judged == Judgement.BREAKING && !was.expressions().stream().allMatch(in.patterns()::isUnderstood);
            return unsure ? Judgement.UNDETERMINED : judged;
        }

        /** Whether the names allowed before exclude this one. */
        private boolean isForbidden() {
            List<Schema> names = before.children("propertyNames");
            return !names.isEmpty()
                    && in.evaluator()
                                    .valid(
                                            Conjunction.of(names, before.pointer()),
                                            JsonNodeFactory.instance.stringNode(name))
                            == Truth.FALSE;
        }

        private String path() {
            return Pointers.child(now.at("properties"), name);
        }

        private Conjunction schema(ObjectShape shape, Conjunction owner) {
            List<Schema> schemas = shape.of(name);
            return Conjunction.of(
                    schemas,
                    schemas.isEmpty()
                            ? Pointers.child(owner.at("properties"), name)
                            : schemas.getFirst().pointer());
        }
    }
}
