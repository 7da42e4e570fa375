package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Truth;
import io.axiom.version.surface.jsonschema.logic.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code pattern}. Whether one regular expression implies another is not decided, only refuted, by samples: a changed
 * pattern is breaking if one of them was valid and no longer matches, otherwise undetermined.
 */
final class PatternRule implements Rule {
    private static final Set<String> MATCHES_ANYTHING = Set.of("", ".*", "^", "$");
    private static final List<String> SAMPLES = List.of(
            "",
            "a",
            "A",
            "z",
            "0",
            "1",
            "9",
            "abc",
            "ABC",
            "Abc",
            "aB",
            "a1",
            "123",
            "12345",
            "a b",
            " ",
            "-",
            "_",
            ".",
            "a-b",
            "a_b",
            "a.b",
            "a/b",
            "/",
            "é",
            "ab",
            "abcd",
            "abcdefgh",
            "00",
            "0000",
            "2024-01-01",
            "a@b.c",
            "1.0.0",
            "1.5",
            "-1",
            "+1",
            "#",
            "true",
            "http://a.b",
            "https://a.b/c",
            "abcdefghijklmnopqrstuvwxyz",
            "ABCDEF",
            "0123456789");

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        if (!before.has("pattern") && !now.has("pattern")) {
            return;
        }
        Set<String> was = patterns(before);
        Set<String> is = patterns(now);
        if (was.equals(is) || !before.types().meets(Types.STRING)) {
            return;
        }
        if (is.isEmpty()) {
            in.report(
                    Judgement.SAFE,
                    "string-pattern-removed",
                    now.at("pattern"),
                    before.first("pattern"),
                    null,
                    "Strings need no longer match a pattern.");
        }
        for (String pattern : is) {
            if (!was.contains(pattern) && !MATCHES_ANYTHING.contains(pattern)) {
                compare(in, before, now, pattern);
            }
        }
    }

    private static void compare(Comparison in, Conjunction before, Conjunction now, String pattern) {
        JsonNode previous = before.first("pattern");
        Optional<String> refuted = previous == null ? Optional.empty() : sample(in, before, pattern);
        boolean breaking = previous == null || refuted.isPresent();
        in.report(
                breaking ? Judgement.BREAKING : Judgement.UNDETERMINED,
                previous == null ? "string-pattern-added" : "string-pattern-changed",
                now.at("pattern"),
                previous,
                pattern,
                previous == null
                        ? "Strings must now match a pattern; before, they need not."
                        : refuted.map(text -> "Strings must now match another pattern; \"" + text
                                        + "\", for one, was valid and no longer is.")
                                .orElse(
                                        "Strings must now match another pattern; whether it matches all that the one before did is not known."));
    }

    private static Optional<String> sample(Comparison in, Conjunction before, String pattern) {
        return SAMPLES.stream()
                .filter(text -> in.patterns().matches(pattern, text) == Truth.FALSE)
                .filter(text -> in.evaluator().valid(before, JsonNodeFactory.instance.stringNode(text)) == Truth.TRUE)
                .findFirst();
    }

    private static Set<String> patterns(Conjunction schema) {
        Set<String> patterns = new LinkedHashSet<>();
        schema.all("pattern").forEach(pattern -> patterns.add(pattern.asString()));
        return patterns;
    }
}
