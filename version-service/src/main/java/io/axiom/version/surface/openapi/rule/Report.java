package io.axiom.version.surface.openapi.rule;

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
    private static final int MOST_VISITS = 1_000_000;

    private final Function<Rule, Judgement> judgement;
    private final List<SurfaceChange> changes = new ArrayList<>();
    private int visits;
    private boolean full;

    public Report(Function<Rule, Judgement> judgement) {
        this.judgement = judgement;
    }

    public List<SurfaceChange> changes() {
        return changes;
    }

    /** Counts one schema looked at; false when no more may be. */
    public boolean visit() {
        visits++;
        if (visits > MOST_VISITS) {
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
        put(Catalogue.rule(rule), at, name, previous, current);
        if (changes.size() >= MOST_CHANGES) {
            close();
        }
    }

    private void put(Rule rule, Location at, String name, @Nullable String previous, @Nullable String current) {
        changes.add(new SurfaceChange(
                rule.id(),
                judgement.apply(rule),
                at.path(),
                previous,
                current,
                rule.addition(),
                rule.sentence(at.subject(), name, shown(previous), shown(current))));
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
