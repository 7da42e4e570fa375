package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.deployment.Step;
import io.axiom.language.routing.HeaderMatch;
import io.axiom.language.routing.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The route a rollout's state asks for. */
final class RoutePlan {
    private RoutePlan() {}

    /**
     * @param revision the position of the state
     * @param draining instances that get no new requests
     */
    static Route of(RolloutState state, long revision, Set<String> draining) {
        Map<String, List<Route.Endpoint>> releases = endpoints(state, draining);
        Map<String, Integer> weights = state.weights();
        List<HeaderMatch> matches = state.matches();
        if (CurrentStep.of(state) instanceof CurrentStep current
                && current.step() instanceof Step.ShiftTraffic shift
                && isReady(shift, releases)) {
            weights = shift.weights();
            matches = shift.matches();
        }
        return new Route(state.environment(), state.component(), revision, releases, weights, matches);
    }

    /** Whether a shift under way would send nobody to a release that has no instance at this moment. */
    static boolean isReady(RolloutState state, Set<String> draining) {
        CurrentStep current = CurrentStep.of(state);
        return current == null
                || !(current.step() instanceof Step.ShiftTraffic shift)
                || isReady(shift, endpoints(state, draining));
    }

    private static boolean isReady(Step.ShiftTraffic shift, Map<String, List<Route.Endpoint>> releases) {
        return shift.weights().entrySet().stream()
                .allMatch(share -> share.getValue() == 0 || releases.containsKey(share.getKey()));
    }

    private static Map<String, List<Route.Endpoint>> endpoints(RolloutState state, Set<String> draining) {
        Map<String, List<Route.Endpoint>> releases = new TreeMap<>();
        state.instances().values().stream()
                .filter(instance -> instance.running() && !draining.contains(instance.instanceId()))
                .sorted(Comparator.comparing(RolloutState.Instance::instanceId))
                .forEach(instance -> releases.computeIfAbsent(instance.releaseId(), _ -> new ArrayList<>())
                        .add(new Route.Endpoint(instance.instanceId(), instance.host(), instance.port())));
        return releases;
    }

    static boolean sameContent(Route one, Route other) {
        return one.releases().equals(other.releases())
                && one.weights().equals(other.weights())
                && one.matches().equals(other.matches());
    }
}
