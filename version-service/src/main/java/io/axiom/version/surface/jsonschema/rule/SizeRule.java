package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Limits;
import io.axiom.version.surface.jsonschema.logic.Types;
import java.util.List;

/** Lengths of strings, numbers of items and of properties. */
final class SizeRule implements Rule {
    private record Size(String keyword, Types type, boolean lower, String rule, String who, String verb, String what) {
        String demand(long limit) {
            return verb + limit + what;
        }
    }

    private static final List<Size> SIZES = List.of(
            new Size("minLength", Types.STRING, true, "string-min-length", "Strings", "have at least ", " characters"),
            new Size("maxLength", Types.STRING, false, "string-max-length", "Strings", "have at most ", " characters"),
            new Size("minItems", Types.ARRAY, true, "array-min-items", "Arrays", "have at least ", " items"),
            new Size("maxItems", Types.ARRAY, false, "array-max-items", "Arrays", "have at most ", " items"),
            new Size(
                    "minProperties",
                    Types.OBJECT,
                    true,
                    "object-min-properties",
                    "Objects",
                    "have at least ",
                    " properties"),
            new Size(
                    "maxProperties",
                    Types.OBJECT,
                    false,
                    "object-max-properties",
                    "Objects",
                    "have at most ",
                    " properties"));

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        for (Size size : SIZES) {
            if ((before.has(size.keyword()) || now.has(size.keyword()))
                    && before.types().meets(size.type())) {
                compare(in, size, before, now);
            }
        }
    }

    private static void compare(Comparison in, Size size, Conjunction before, Conjunction now) {
        long was = limit(before, size);
        long is = limit(now, size);
        long promised =
                size.lower() ? Math.max(was, implied(in, before, size)) : Math.min(was, implied(in, before, size));
        boolean met = size.lower() ? promised >= is : promised <= is;
        boolean wasThere = before.has(size.keyword());
        boolean isThere = now.has(size.keyword());
        if (was == is) {
            return;
        }
        String change = !wasThere ? "added" : !isThere ? "removed" : is > was ? "increased" : "decreased";
        String sentence = isThere
                ? size.who() + " must now " + size.demand(is) + (wasThere ? "; before, it was " + was : "") + "."
                : size.who() + " need no longer " + size.demand(was) + ".";
        in.report(
                met ? Judgement.SAFE : Judgement.BREAKING,
                size.rule() + "-" + change,
                now.at(size.keyword()),
                wasThere ? was : null,
                isThere ? is : null,
                sentence);
    }

    private static long limit(Conjunction schema, Size size) {
        return size.lower() ? Limits.least(schema, size.keyword()) : Limits.most(schema, size.keyword());
    }

    /** What other keywords say of the size. */
    private static long implied(Comparison in, Conjunction schema, Size size) {
        return switch (size.keyword()) {
            case "minProperties" -> in.promised(schema).required().size();
            case "minItems" -> ContainsRule.least(schema);
            case "maxItems" -> Limits.mostItems(schema);
            default -> size.lower() ? 0 : Long.MAX_VALUE;
        };
    }
}
