package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes found, each once, up to a limit; beyond it only how grave they are is kept. */
final class Findings {
    static final int MAX_CHANGES = 10_000;

    private final @Nullable Findings outer;
    private final Set<SurfaceChange> changes = new LinkedHashSet<>();
    private final Map<Pair, Judgement> explained = new HashMap<>();
    private Judgement omittedWorst = Judgement.SAFE;
    private long omitted;

    Findings() {
        this(null);
    }

    private Findings(@Nullable Findings outer) {
        this.outer = outer;
    }

    void add(SurfaceChange change) {
        if (changes.size() < MAX_CHANGES) {
            changes.add(change);
        } else {
            omitted++;
            omittedWorst = omittedWorst.or(change.judgement());
        }
    }

    /** Findings apart, to be accepted as they are or lightened. */
    Findings attempt() {
        return new Findings(this);
    }

    /** Takes over what an attempt found. */
    void accept(Findings attempt) {
        attempt.changes.forEach(this::add);
        explained.putAll(attempt.explained);
        omitted += attempt.omitted;
        omittedWorst = omittedWorst.or(attempt.omittedWorst);
    }

    /** Takes over what an attempt found, though the whole was proved to be no worse than this. */
    void acceptAs(Judgement most, Findings attempt) {
        for (SurfaceChange change : attempt.changes) {
            add(
                    change.judgement().compareTo(most) <= 0
                            ? change
                            : new SurfaceChange(
                                    change.rule(),
                                    most,
                                    change.path(),
                                    change.previous(),
                                    change.current(),
                                    change.addition(),
                                    change.sentence() + " Everything that was valid here still is."));
        }
        omitted += attempt.omitted;
    }

    /** How a pair was judged whose changes are listed already; null when they are not. */
    @Nullable
    Judgement explained(Pair pair) {
        Judgement own = explained.get(pair);
        return own != null || outer == null ? own : outer.explained(pair);
    }

    void explained(Pair pair, Judgement judgement) {
        explained.put(pair, judgement);
    }

    List<SurfaceChange> list(String pointer) {
        List<SurfaceChange> all = new ArrayList<>(changes);
        if (omitted > 0) {
            all.add(new SurfaceChange(
                    "further-changes",
                    omittedWorst,
                    pointer,
                    null,
                    null,
                    false,
                    "There are " + omitted + " further changes, none graver than " + omittedWorst.word() + "."));
        }
        return all;
    }
}
