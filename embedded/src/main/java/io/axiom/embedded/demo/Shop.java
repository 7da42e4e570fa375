package io.axiom.embedded.demo;

import io.axiom.embedded.JavaProcess;
import io.axiom.embedded.Ports;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.deployment.view.EnvironmentView;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the demo's engineer does: everything goes through the REST API. */
public final class Shop {
    public static final String ENVIRONMENT = "production";
    public static final String COMPONENT = "shop-agent";

    private final Api api;
    private final Ports ports;

    public Shop(Ports ports) {
        this.ports = ports;
        this.api = new Api("http://127.0.0.1:" + ports.gateway());
    }

    public Api api() {
        return api;
    }

    public URI users() {
        return URI.create("http://127.0.0.1:" + ports.router() + '/' + ENVIRONMENT + '/' + COMPONENT + '/');
    }

    public void register(String version, String... agentOptions) {
        api.post("/api/components/" + COMPONENT + "/versions", version(version, agentOptions));
    }

    /** The request that registers a version of the sample agent. */
    public Map<String, Object> version(String version, String... agentOptions) {
        List<String> command = new ArrayList<>(List.of(
                JavaProcess.java().toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                JavaProcess.classpath(),
                "io.axiom.samples.Agent",
                "--version",
                version));
        command.addAll(List.of(agentOptions));
        return Map.of("version", version, "run", Map.of("command", command));
    }

    public String deploy(String version, Object strategy, Map<String, ?> more) {
        return api.post("/api/deployments", deployment(version, strategy, more))
                .path("deploymentId")
                .asString();
    }

    /** The request that deploys a version with two instances. */
    public Map<String, Object> deployment(String version, Object strategy, Map<String, ?> more) {
        Map<String, Object> request = new LinkedHashMap<>(more);
        request.put("environmentId", ENVIRONMENT);
        request.put("component", COMPONENT);
        request.put("version", version);
        request.put("strategy", strategy);
        request.put("instances", 2);
        request.put(
                "healthChecks", List.of(Map.of("id", "http", "type", "http", "endpoint", "/health", "interval", 250)));
        return request;
    }

    public DeploymentView deployment(String id) {
        return api.get("/api/deployments/" + id, DeploymentView.class);
    }

    public DeploymentView await(String id, String what, Duration patience, Predicate<DeploymentView> when) {
        return Stage.await(what, patience, () -> Optional.of(deployment(id)).filter(when));
    }

    public EnvironmentView environment() {
        return api.get("/api/environments/" + ENVIRONMENT, EnvironmentView.class);
    }

    public RollbackPlan rollbackPlan(String to) {
        return api.get("/api/environments/" + ENVIRONMENT + "/rollback-plan?to=" + to, RollbackPlan.class);
    }
}
