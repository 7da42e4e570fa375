package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pairs judged and those being compared. A pair met again while it is being compared, deeper in the instance, is taken to
 * hold: instances end, so a proof that needs no more than that is one by induction. Favourable results that rest on such an
 * assumption are not kept.
 */
final class PairMemory {
    private static final int MAX_KNOWN = 100_000;
    private static final int MAX_NESTING = 120;

    /** How a pair is met. */
    enum Meeting {
        NEW,
        /** It is being compared for a larger instance. */
        DEEPER,
        /** It is being compared for this very instance, or too many others are. */
        ENDLESS
    }

    private record Progress(int index, int depth) {}

    /** A pair being compared, and the outermost pair that those outside it rest on. */
    record Visit(Pair pair, int index, int restsOn) {}

    private final Map<Pair, Judgement> known = new HashMap<>();
    private final Map<Pair, Progress> running = new HashMap<>();
    private int restsOn = Integer.MAX_VALUE;

    @Nullable
    Judgement judged(Pair pair) {
        return known.get(pair);
    }

    /**
     * How a pair is met; meeting it deeper makes what is being compared rest on it.
     *
     * @param depth how deep in the instance
     */
    Meeting meet(Pair pair, int depth) {
        Progress same = running.get(pair);
        if (same != null && same.depth() < depth) {
            restsOn = Math.min(restsOn, same.index());
            return Meeting.DEEPER;
        }
        return same != null || running.size() >= MAX_NESTING ? Meeting.ENDLESS : Meeting.NEW;
    }

    Visit enter(Pair pair, int depth) {
        Visit visit = new Visit(pair, running.size(), restsOn);
        running.put(pair, new Progress(visit.index(), depth));
        restsOn = Integer.MAX_VALUE;
        return visit;
    }

    void leave(Visit visit, Judgement judged, boolean keep) {
        running.remove(visit.pair());
        boolean rests = restsOn < visit.index();
        boolean favourable = judged.compareTo(Judgement.RISKY) <= 0;
        if (keep && !(rests && favourable) && known.size() < MAX_KNOWN) {
            known.put(visit.pair(), judged);
        }
        restsOn = Math.min(visit.restsOn(), rests ? restsOn : Integer.MAX_VALUE);
    }
}
