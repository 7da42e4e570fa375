package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.version.surface.protobuf.schema.Element;
import io.axiom.version.surface.protobuf.schema.SchemaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the selected rules find. */
final class Findings {
    private final Set<Rule> selected;
    private final List<Finding> findings = new ArrayList<>();

    Findings(Set<Rule> selected) {
        this.selected = selected;
    }

    List<Finding> list() {
        return List.copyOf(findings);
    }

    boolean wants(Rule rule) {
        return selected.contains(rule);
    }

    /** Something is still there but differs. */
    void differs(
            Rule rule,
            Judgement judgement,
            Element previous,
            Element current,
            @Nullable String before,
            @Nullable String now,
            String sentence) {
        add(rule, judgement, current.fullName(), before, now, false, sentence, previous.file(), current.file());
    }

    void breaks(Rule rule, Element previous, Element current, String before, String now, String sentence) {
        differs(rule, Judgement.BREAKING, previous, current, before, now, sentence);
    }

    /** Something is gone. */
    void gone(Rule rule, Element previous, String before, @Nullable SchemaFile current, String sentence) {
        add(rule, Judgement.BREAKING, previous.fullName(), before, null, false, sentence, previous.file(), current);
    }

    /** Something is new. */
    void added(Rule rule, Judgement judgement, Element current, @Nullable String now, String sentence) {
        add(rule, judgement, current.fullName(), null, now, true, sentence, null, current.file());
    }

    void add(
            Rule rule,
            Judgement judgement,
            String path,
            @Nullable String before,
            @Nullable String now,
            boolean addition,
            String sentence,
            @Nullable SchemaFile previousFile,
            @Nullable SchemaFile currentFile) {
        if (wants(rule)) {
            SurfaceChange change = new SurfaceChange(rule.name(), judgement, path, before, now, addition, sentence);
            findings.add(new Finding(rule, change, previousFile, currentFile));
        }
    }
}
