package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * {@code format} and {@code content…}. They are compared as if every validator checked them, for some do; a format is known
 * to imply another only where its specification says so.
 */
final class TextMeaningRule implements Rule {
    private static final List<String> KEYWORDS =
            List.of("format", "contentEncoding", "contentMediaType", "contentSchema");
    private static final Map<String, Set<String>> WIDER = Map.of(
            "email", Set.of("idn-email"),
            "hostname", Set.of("idn-hostname"),
            "uri", Set.of("uri-reference", "iri", "iri-reference"),
            "uri-reference", Set.of("iri-reference"),
            "iri", Set.of("iri-reference"),
            "int32", Set.of("int64"),
            "float", Set.of("double"));

    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        for (String keyword : KEYWORDS) {
            boolean concerns = before.types().meets(Types.STRING)
                    || keyword.equals("format") && before.types().meets(Types.NUMBER);
            if (concerns) {
                compare(in, keyword, before, now);
            }
        }
    }

    private static void compare(Comparison in, String keyword, Conjunction before, Conjunction now) {
        if (!before.has(keyword) && !now.has(keyword)) {
            return;
        }
        Set<JsonNode> was = new LinkedHashSet<>(before.all(keyword));
        Set<JsonNode> is = new LinkedHashSet<>(now.all(keyword));
        if (was.equals(is)) {
            return;
        }
        String rule = "string-" + keyword.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        if (is.isEmpty()) {
            in.report(
                    Judgement.SAFE,
                    rule + "-removed",
                    now.at(keyword),
                    was.iterator().next(),
                    null,
                    "Values need no longer have the " + keyword + " "
                            + ValueText.of(was.iterator().next()) + ".");
        }
        for (JsonNode value : is) {
            if (!was.contains(value)) {
                boolean wider = was.stream()
                        .anyMatch(known ->
                                WIDER.getOrDefault(known.asString(""), Set.of()).contains(value.asString("")));
                boolean opaque = keyword.equals("contentSchema");
                in.report(
                        wider ? Judgement.SAFE : opaque ? Judgement.UNDETERMINED : Judgement.BREAKING,
                        rule + (was.isEmpty() ? "-added" : "-changed"),
                        now.at(keyword),
                        was.isEmpty() ? null : was.iterator().next(),
                        value,
                        "Values must now have the " + keyword + " " + ValueText.of(value)
                                + (wider ? ", which includes the one before." : "; before, others were valid."));
            }
        }
    }
}
