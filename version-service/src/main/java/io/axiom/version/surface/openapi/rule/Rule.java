package io.axiom.version.surface.openapi.rule;

import io.axiom.language.version.surface.Judgement;
import java.util.Locale;

/**
 * One kind of change.
 *
 * @param id stable; taken over from oasdiff (<a href="https://github.com/oasdiff/oasdiff">github.com/oasdiff/oasdiff</a>,
 *     Apache-2.0) where oasdiff has the rule
 * @param judgement what Axiom says
 * @param oasdiff what oasdiff says (ERR, WARN, INFO); the same as {@code judgement} where Axiom is not stricter and for
 *     rules oasdiff does not have
 * @param addition whether it offers something new
 * @param sentence with the gaps {@code {it}}, {@code {from}}, {@code {to}} and {@code {name}}
 */
public record Rule(String id, Judgement judgement, Judgement oasdiff, boolean addition, String sentence) {

    /** Reads a cell such as {@code risky}, {@code +safe} (an addition) or {@code breaking/risky} (oasdiff: risky). */
    static Rule of(String id, String cell, String sentence) {
        boolean addition = cell.startsWith("+");
        String[] judgements = (addition ? cell.substring(1) : cell).split("/", -1);
        Judgement own = judgement(judgements[0]);
        return new Rule(id, own, judgements.length > 1 ? judgement(judgements[1]) : own, addition, sentence);
    }

    private static Judgement judgement(String word) {
        return Judgement.valueOf(word.toUpperCase(Locale.ROOT));
    }

    String sentence(String it, String name, String from, String to) {
        String text = sentence.replace("{it}", it)
                .replace("{name}", name)
                .replace("{from}", from)
                .replace("{to}", to);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
