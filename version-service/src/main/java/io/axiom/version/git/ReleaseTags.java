package io.axiom.version.git;

import io.axiom.runtime.git.Budget;
import io.axiom.semver.SemanticVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** Finds release tags: among all, or among those a commit can reach, in one walk over history. */
final class ReleaseTags {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(
                    (Candidate candidate) -> !candidate.match().own())
            .thenComparing(candidate -> candidate.match().version(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.match().index())
            .thenComparing(candidate -> candidate.ref().getName());

    private final Repository repository;
    private final Budget budget;

    private record Candidate(Ref ref, TagPatterns.Match match) {
        ReleaseTag at(ObjectId commit) {
            return new ReleaseTag(ref.getName().substring(Constants.R_TAGS.length()), match.version(), commit.name());
        }
    }

    ReleaseTags(Repository repository, Budget budget) {
        this.repository = repository;
        this.budget = budget;
    }

    Optional<ReleaseTag> of(String component, SemanticVersion version, TagPatterns patterns) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            for (Candidate candidate : candidates(component, patterns)) {
                boolean same = candidate.match().version().compareTo(version) == 0;
                if (same && commitOf(candidate, walk) instanceof RevCommit commit) {
                    return Optional.of(candidate.at(commit));
                }
            }
        }
        return Optional.empty();
    }

    Optional<ReleaseTag> last(ObjectId tip, String component, TagPatterns patterns, boolean prereleases)
            throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            Map<ObjectId, Integer> ranks = new HashMap<>();
            List<Candidate> candidates = candidates(component, patterns).stream()
                    .filter(candidate ->
                            prereleases || !candidate.match().version().isPrerelease())
                    .toList();
            for (int rank = 0; rank < candidates.size(); rank++) {
                budget.step();
                if (commitOf(candidates.get(rank), walk) instanceof RevCommit commit) {
                    ranks.putIfAbsent(commit.copy(), rank);
                }
            }
            if (ranks.isEmpty()) {
                return Optional.empty();
            }
            int best = bestReachable(tip, ranks);
            if (best == Integer.MAX_VALUE) {
                return Optional.empty();
            }
            Candidate found = candidates.get(best);
            return Optional.of(found.at(walk.peel(walk.parseAny(found.ref().getObjectId()))));
        }
    }

    private int bestReachable(ObjectId tip, Map<ObjectId, Integer> ranks) throws IOException {
        int topRank = ranks.values().stream().min(Comparator.naturalOrder()).orElseThrow();
        int best = Integer.MAX_VALUE;
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            walk.markStart(walk.parseCommit(tip));
            for (RevCommit commit = walk.next(); commit != null && best > topRank; commit = walk.next()) {
                budget.step();
                best = Math.min(best, ranks.getOrDefault(commit, Integer.MAX_VALUE));
            }
        }
        return best;
    }

    private List<Candidate> candidates(String component, TagPatterns patterns) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
            budget.step();
            String name = ref.getName().substring(Constants.R_TAGS.length());
            patterns.match(name, component).ifPresent(match -> candidates.add(new Candidate(ref, match)));
        }
        candidates.sort(BEST_FIRST);
        return candidates;
    }

    /** A tag may also mark a tree or a file, which is no release. */
    private static RevObject commitOf(Candidate candidate, RevWalk walk) throws IOException {
        return walk.peel(walk.parseAny(candidate.ref().getObjectId()));
    }
}
