package io.axiom.deployment.status;

import io.axiom.deployment.rollout.RolloutState;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.InstanceStopped;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.DeploymentView.InstanceView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The instances a view shows: those there are, and those stopped since the run began. */
final class Instances {
    private Instances() {}

    static List<InstanceView> of(DeploymentView view, RolloutEvent event, RolloutState state) {
        List<InstanceView> instances = new ArrayList<>();
        for (RolloutState.Instance instance : state.instances().values()) {
            Release release = state.releases().get(instance.releaseId());
            instances.add(new InstanceView(
                    instance.instanceId(),
                    instance.releaseId(),
                    release == null ? "" : release.version(),
                    instance.host(),
                    instance.port(),
                    instance.pid(),
                    instance.running() ? "running" : "exited"));
        }
        for (InstanceView known : view.instances()) {
            boolean gone = !state.instances().containsKey(known.instanceId());
            boolean stopped =
                    event instanceof InstanceStopped e && e.instanceId().equals(known.instanceId());
            if (gone && (stopped || known.status().equals("stopped"))) {
                instances.add(new InstanceView(
                        known.instanceId(),
                        known.releaseId(),
                        known.version(),
                        known.host(),
                        known.port(),
                        known.pid(),
                        "stopped"));
            }
        }
        instances.sort(Comparator.comparing(InstanceView::instanceId));
        return List.copyOf(instances);
    }
}
