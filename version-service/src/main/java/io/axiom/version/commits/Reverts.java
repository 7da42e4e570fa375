package io.axiom.version.commits;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes reverts and what they revert out of a range. Where commits have no ids, as posted messages have none, a revert takes back
 * the commit whose first line it quotes. A revert that was itself reverted takes nothing back. Linear in the number of commits; what reverts itself in a circle, as only
 * made-up commits can, cancels nothing.
 */
final class Reverts {
    private final List<Change> changes;
    private final TreeMap<String, Integer> byId = new TreeMap<>();
    private final Map<Integer, List<Integer>> targets = new HashMap<>();
    private final int[] undecidedReverters;

    private Reverts(List<Change> changes) {
        this.changes = changes;
        this.undecidedReverters = new int[changes.size()];
        for (int i = 0; i < changes.size(); i++) {
            if (!changes.get(i).id().isEmpty()) {
                byId.putIfAbsent(changes.get(i).id(), i);
            }
        }
        if (byId.isEmpty()) {
            linkBySubject();
        } else {
            linkById();
        }
    }

    private void linkById() {
        for (int i = 0; i < changes.size(); i++) {
            for (String id : changes.get(i).reverts()) {
                Integer target = find(id);
                if (target != null) {
                    link(i, target);
                }
            }
        }
    }

    private void linkBySubject() {
        Map<String, Deque<Integer>> bySubject = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            bySubject
                    .computeIfAbsent(changes.get(i).subject(), _ -> new ArrayDeque<>())
                    .add(i);
        }
        for (int i = 0; i < changes.size(); i++) {
            Deque<Integer> quoted = bySubject.get(changes.get(i).revertedSubject());
            if (quoted != null && !quoted.isEmpty()) {
                link(i, quoted.remove());
            }
        }
    }

    private void link(int reverter, int target) {
        if (target != reverter) {
            targets.computeIfAbsent(reverter, _ -> new ArrayList<>()).add(target);
            undecidedReverters[target]++;
        }
    }

    static List<Change> takenOut(List<Change> changes) {
        return changes.stream().allMatch(change -> change.reverts().isEmpty() && change.revertedSubject() == null)
                ? List.copyOf(changes)
                : new Reverts(changes).remaining();
    }

    /** The one commit whose id starts so; null when there is none, or more than one. */
    private @Nullable Integer find(String start) {
        Map.Entry<String, Integer> first = byId.ceilingEntry(start);
        if (first == null || !first.getKey().startsWith(start)) {
            return null;
        }
        String second = byId.higherKey(first.getKey());
        return second != null && second.startsWith(start) ? null : first.getValue();
    }

    /** Whether all it takes back is in this range; else it is still news to those who had the rest. */
    private boolean revertsNothingElse(int at) {
        return byId.isEmpty() || changes.get(at).reverts().stream().allMatch(id -> find(id) != null);
    }

    /** A commit is decided once every commit that reverts it is. */
    private List<Change> remaining() {
        BitSet gone = new BitSet(changes.size());
        BitSet takenBack = new BitSet(changes.size());
        Deque<Integer> decided = new ArrayDeque<>();
        IntStream.range(0, changes.size())
                .filter(i -> undecidedReverters[i] == 0)
                .forEach(decided::add);
        while (!decided.isEmpty()) {
            int at = decided.remove();
            for (int target : targets.getOrDefault(at, List.of())) {
                if (!takenBack.get(at)) {
                    gone.set(at, gone.get(at) || revertsNothingElse(at));
                    gone.set(target);
                    takenBack.set(target);
                }
                if (--undecidedReverters[target] == 0) {
                    decided.add(target);
                }
            }
        }
        return IntStream.range(0, changes.size())
                .filter(i -> !gone.get(i))
                .mapToObj(changes::get)
                .toList();
    }
}
