package io.axiom.version.surface.openapi.rule;

import io.axiom.language.Texts;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.version.surface.openapi.document.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects changes, up to a limit: a comparison that finds more is incomplete and says so. */
public final class Report {
    private static final int MOST_CHANGES = 10_000;
    private static final int MOST_CHARACTERS = 16_000_000;
    private static final int MOST_EFFORT = 20_000_000;
    private static final int SHOWN = 300;

    private final Function<Rule, Judgement> judgement;
    private final List<SurfaceChange> changes = new ArrayList<>();
    private long effort;
    private long characters;
    private boolean full;

    public Report(Function<Rule, Judgement> judgement) {
        this.judgement = judgement;
    }

    public List<SurfaceChange> changes() {
        return changes;
    }

    /**
     * Counts one schema looked at; false when no more may be.
     *
     * @param values how many values the look costs
     */
    public boolean visit(int values) {
        effort += values;
        if (effort > MOST_EFFORT) {
            close();
        }
        return !full;
    }

    public void add(String rule, Location at) {
        add(rule, at, "", null, null);
    }

    public void added(String rule, Location at, JsonNode value) {
        add(rule, at, "", null, Nodes.text(value));
    }

    public void removed(String rule, Location at, JsonNode value) {
        add(rule, at, "", Nodes.text(value), null);
    }

    /**
     * @param name what the sentence names beside the place, for example a keyword
     */
    public void add(String rule, Location at, String name, @Nullable String previous, @Nullable String current) {
        if (full) {
            return;
        }
        put(Catalogue.rule(rule), at, Texts.shorten(name, SHOWN), shortened(previous), shortened(current));
        if (changes.size() >= MOST_CHANGES || characters > MOST_CHARACTERS) {
            close();
        }
    }

    private void put(Rule rule, Location at, String name, @Nullable String previous, @Nullable String current) {
        String sentence = rule.sentence(at.subject(), name, shown(previous), shown(current));
        changes.add(new SurfaceChange(
                rule.id(), judgement.apply(rule), at.path(), previous, current, rule.addition(), sentence));
        characters += sentence.length() + at.path().length();
    }

    private static @Nullable String shortened(@Nullable String value) {
        return value == null ? null : Texts.shorten(value, SHOWN);
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "none" : value;
    }

    private void close() {
        if (!full) {
            full = true;
            put(Catalogue.rule("comparison-incomplete"), Location.DOCUMENT, "", null, null);
        }
    }
}
