package io.axiom.cli.rollback;

import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.EnvironmentView;
import org.jspecify.annotations.Nullable;

/** What goes back, and to when. @param component null for all of the environment's */
record RollbackScope(String environment, @Nullable String component, String to) {

    static RollbackScope of(Api api, String what, @Nullable String to, @Nullable String component) {
        if (what.indexOf('.') < 0) {
            return new RollbackScope(what, component, to == null ? "previous" : to);
        }
        DeploymentId id = DeploymentId.parse(what);
        return new RollbackScope(id.environment(), id.component(), to == null ? before(api, id) : to);
    }

    /** The release before, when the deployment is the last word on its component; else the moment it began. */
    private static String before(Api api, DeploymentId id) {
        DeploymentView deployment = api.get(Resource.of("api", "deployments", id.toString()), DeploymentView.class);
        EnvironmentView environment =
                api.get(Resource.of("api", "environments", id.environment()), EnvironmentView.class);
        boolean current = environment.components().stream()
                .anyMatch(component -> component.component().equals(id.component())
                        && deployment.releaseId().equals(component.releaseId()));
        return current ? "previous" : deployment.startedAt().minusMillis(1).toString();
    }
}
