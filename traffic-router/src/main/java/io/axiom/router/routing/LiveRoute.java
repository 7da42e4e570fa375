package io.axiom.router.routing;

import io.axiom.language.routing.HeaderMatch;
import io.axiom.language.routing.Route;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One revision of a route, ready to choose from. Immutable but for the turns it counts. */
final class LiveRoute {
    private final Route route;
    private final List<LiveRelease> releases;
    private final WeightedSchedule schedule;

    LiveRoute(Route route, List<LiveRelease> releases, WeightedSchedule schedule) {
        this.route = route;
        this.releases = releases;
        this.schedule = schedule;
    }

    Route route() {
        return route;
    }

    WeightedSchedule schedule() {
        return schedule;
    }

    /** The release a header sends this request to, null when none does. Matches of releases the route lacks do not count. */
    @Nullable
    LiveRelease matched(UnaryOperator<@Nullable String> header) {
        for (HeaderMatch match : route.matches()) {
            if (match.value().equals(header.apply(match.header()))) {
                for (LiveRelease release : releases) {
                    if (release.releaseId().equals(match.releaseId())
                            && route.releases().containsKey(match.releaseId())) {
                        return release;
                    }
                }
            }
        }
        return null;
    }

    /**
     * Who takes the request: an endpoint of the release whose turn it is; when that has none left, of another release with
     * weight; when all rest after refusals, one of those. Null when nobody is left to try.
     *
     * @param only the release it must be, null for by weight
     * @param failed the release that just failed this request, null on its first try. The request's turn is spent: taking
     *     another would give its release one request too many.
     */
    @Nullable
    Choice choose(@Nullable LiveRelease only, @Nullable String failed, Collection<LiveEndpoint> tried) {
        long now = System.nanoTime();
        if (only != null) {
            LiveEndpoint endpoint = only.choose(tried, false, now);
            endpoint = endpoint != null ? endpoint : only.choose(tried, true, now);
            return endpoint == null ? null : new Choice(only, endpoint, List.of());
        }
        LiveRelease assigned = failed == null ? null : named(failed);
        assigned = assigned != null ? assigned : inTurn();
        if (assigned == null) {
            return null;
        }
        LiveEndpoint endpoint = assigned.choose(tried, false, now);
        if (endpoint != null) {
            return new Choice(assigned, endpoint, List.of());
        }
        return instead(assigned, tried, now);
    }

    private @Nullable LiveRelease inTurn() {
        int turn = schedule.next();
        return turn < 0 ? null : releases.get(turn);
    }

    /** Null when the route no longer has it, or gives it nothing any more. */
    private @Nullable LiveRelease named(String releaseId) {
        for (LiveRelease release : releases) {
            if (release.weight() > 0 && release.releaseId().equals(releaseId)) {
                return release;
            }
        }
        return null;
    }

    private @Nullable Choice instead(LiveRelease assigned, Collection<LiveEndpoint> tried, long now) {
        Set<LiveRelease> passed = new HashSet<>(Set.of(assigned));
        LiveRelease other;
        while ((other = anyBut(passed)) != null) {
            LiveEndpoint endpoint = other.choose(tried, false, now);
            if (endpoint != null) {
                // On a first try the releases passed over could not take a request that was theirs. On a second they
                // have
                // its failure on their account already.
                return new Choice(other, endpoint, tried.isEmpty() ? List.copyOf(passed) : List.of());
            }
            passed.add(other);
        }
        passed.remove(assigned);
        for (other = assigned; other != null; other = anyOf(passed)) {
            LiveEndpoint endpoint = other.choose(tried, true, now);
            if (endpoint != null) {
                return new Choice(other, endpoint, List.of());
            }
            passed.remove(other);
        }
        return null;
    }

    private @Nullable LiveRelease anyBut(Set<LiveRelease> passed) {
        long sum = 0;
        for (LiveRelease release : releases) {
            sum += passed.contains(release) ? 0 : release.weight();
        }
        if (sum == 0) {
            return null;
        }
        long point = ThreadLocalRandom.current().nextLong(sum);
        for (LiveRelease release : releases) {
            point -= passed.contains(release) ? 0 : release.weight();
            if (point < 0) {
                return release;
            }
        }
        return null;
    }

    private static @Nullable LiveRelease anyOf(Set<LiveRelease> releases) {
        return releases.isEmpty() ? null : releases.iterator().next();
    }

    /** @param unable releases whose turn it was and who have nobody to take the request */
    record Choice(LiveRelease release, LiveEndpoint endpoint, List<LiveRelease> unable) {}
}
