package io.axiom.embedded.demo;

import io.axiom.embedded.Home;
import io.axiom.embedded.Platform;
import io.axiom.embedded.Ports;
import io.axiom.language.audit.AuditPage;
import io.axiom.language.audit.AuditVerification;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The main job on real parts: two good releases, a bad one that the events take back while users are served, a way back by
 * hand, and the log of it all. Ends with 0 only if everything it claims was observed.
 */
public final class Demo {
    private static final int REQUESTS_PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage = new Stage(System.out);
    private final Ports ports = Ports.free();
    private final Shop shop = new Shop(ports);

    private Demo() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("axiom-demo");
        System.setProperty(
                "axiom.log.file", folder.resolve("logs").resolve("axiom.log").toString());
        System.setProperty("axiom.log.appender", "FILE");
        // Ctrl-C takes away what the demo started, as its end does.
        Thread cleaner = new Thread(() -> Remains.stopProcesses(Home.at(folder)), "demo-clean-up");
        Runtime.getRuntime().addShutdownHook(cleaner);
        Demo demo = new Demo();
        int exit = 1;
        try {
            demo.play(Home.at(folder));
            exit = 0;
        } catch (RuntimeException e) {
            System.err.println();
            System.err.println("The demo failed: " + e.getMessage());
            System.err.println("Logs and data are kept in " + folder);
            if (!(e instanceof Unexpected)) {
                e.printStackTrace();
            }
        } finally {
            Remains.stopProcesses(Home.at(folder));
            if (exit == 0) {
                Remains.delete(folder);
            }
        }
        System.out.flush();
        Runtime.getRuntime().halt(exit);
    }

    private void play(Home home) {
        stage.scene("Axiom on this machine: real PostgreSQL, real Kafka, five parts, agents as real processes");
        try (Platform platform = Platform.start(home, ports)) {
            stage.tell("platform up: gateway " + ports.gateway() + ", router " + ports.router() + ", Kafka "
                    + ports.kafka() + ", PostgreSQL " + ports.postgres());
            try (EventWitness witness = new EventWitness("127.0.0.1:" + ports.kafka())) {
                prepare();
                long stable = firstRelease();
                try (ConstantLoad load = ConstantLoad.start(shop.users(), REQUESTS_PER_SECOND)) {
                    secondRelease();
                    String bad = badRelease(witness);
                    backByHand(stable);
                    load.close();
                    Verdict.of(load.answers(), shop.deployment(bad).releaseId()).show(stage);
                }
                timeline();
            }
        }
    }

    private void prepare() {
        stage.scene("Registering shop-agent 1.0.0, 1.1.0 and 1.2.0, and the environment production");
        shop.api().post("/api/components", Map.of("name", Shop.COMPONENT, "description", "answers customers"));
        shop.register("1.0.0");
        shop.register("1.1.0");
        shop.register("1.2.0", "--fail-rate", "0.5", "--fail-after-requests", "40");
        shop.api().post("/api/environments", Map.of("name", Shop.ENVIRONMENT));
        stage.tell("registered");
    }

    /** Returns the position at which 1.0.0 was all that ran. */
    private long firstRelease() {
        stage.scene("1.0.0 goes out blue-green");
        String id = shop.deploy("1.0.0", "blue-green", Map.of());
        DeploymentView done = shop.await(
                id, id + " to complete", PATIENCE, view -> view.status().ended());
        observe(done, DeploymentStatus.COMPLETED);
        stage.tell(id + " completed at position " + done.position());
        return done.position();
    }

    private void secondRelease() {
        stage.scene("1.1.0 goes out as a canary, is watched, and promoted; " + REQUESTS_PER_SECOND
                + " users' requests a second");
        Map<String, Object> canary = new LinkedHashMap<>();
        canary.put("type", "canary");
        Map<String, Object> untilPromoted = new LinkedHashMap<>();
        untilPromoted.put("weight", 50);
        canary.put("steps", List.of(Map.of("weight", 20, "pause", "2s"), untilPromoted));
        String id = shop.deploy("1.1.0", canary, Map.of());
        DeploymentView waiting = shop.await(
                id,
                id + " to wait for a promote",
                PATIENCE,
                view -> view.status().ended() || "wait for promote".equals(view.currentStep()));
        observe(waiting, DeploymentStatus.IN_PROGRESS);
        stage.tell(id + " serves " + waiting.weights().getOrDefault(waiting.releaseId(), 0) + " % and waits");
        shop.api().post("/api/deployments/" + id + "/promote", Map.of("reason", "canary looks good"));
        DeploymentView done = shop.await(
                id, id + " to complete", PATIENCE, view -> view.status().ended());
        observe(done, DeploymentStatus.COMPLETED);
        stage.tell(id + " promoted and completed at position " + done.position());
    }

    private String badRelease(EventWitness witness) {
        stage.scene("1.2.0 goes out as a canary; it is healthy until users come");
        Map<String, Object> canary = Map.of(
                "type",
                "canary",
                "steps",
                List.of(Map.of("weight", 25, "pause", "20s"), Map.of("weight", 100, "pause", "1s")));
        String id = shop.deploy("1.2.0", canary, Map.of());
        DeploymentView done = shop.await(
                id, id + " to be rolled back", PATIENCE, view -> view.status().ended());
        observe(done, DeploymentStatus.ROLLED_BACK);
        stage.tell(id + " " + done.status().word() + ": "
                + Optional.ofNullable(done.error()).map(cause -> cause.detail()).orElse(""));
        stage.tell("from first failure to all traffic on the good release: " + done.timeToRestore() + " ms");
        RollbackChain.observed(witness, id).forEach(stage::show);
        return id;
    }

    private void backByHand(long position) {
        stage.scene("Back by hand to position " + position + ", when 1.0.0 was all that ran");
        RollbackPlan plan = shop.rollbackPlan(Long.toString(position));
        stage.tell("plan " + plan.hash().substring(0, 12));
        plan.changes()
                .forEach(change -> stage.show(change.component() + ": "
                        + (change.from() == null ? "nothing" : change.from().id()) + " → "
                        + (change.toRelease() == null
                                ? "nothing"
                                : change.toRelease().id()) + ", "
                        + change.grade().name().toLowerCase(java.util.Locale.ROOT)));
        shop.api()
                .post(
                        "/api/environments/" + Shop.ENVIRONMENT + "/rollback",
                        Map.of(
                                "to",
                                Long.toString(position),
                                "reason",
                                "demo: back to 1.0.0",
                                "planHash",
                                plan.hash()));
        Stage.await(
                "1.0.0 to serve again",
                PATIENCE,
                () -> Optional.of(shop.environment())
                        .filter(environment -> environment.rollbackInProgress() == null)
                        .filter(environment -> environment.components().stream()
                                .allMatch(component -> "1.0.0".equals(component.version())
                                        && component.activeDeploymentId() == null)));
        stage.tell("production runs 1.0.0 again");
    }

    private void timeline() {
        stage.scene("The audit log");
        AuditPage page = Stage.await(
                "the audit log to catch up",
                PATIENCE,
                () -> Optional.of(shop.api().get("/api/audit?limit=500", AuditPage.class))
                        .filter(answer -> answer.items().stream()
                                .anyMatch(
                                        entry -> entry.type().startsWith("deployment.EnvironmentRollbackCompleted"))));
        page.items().stream().filter(AuditLine::isMilestone).map(AuditLine::of).forEach(stage::show);
        AuditVerification verification = shop.api().get("/api/audit/verify", AuditVerification.class);
        Stage.observe(verification.intact(), "the log verifies: " + verification);
        stage.tell("verified: " + verification.audit().verified() + " entries, every hash fits");
    }

    private static void observe(DeploymentView seen, DeploymentStatus expected) {
        Stage.observe(
                seen.status() == expected,
                seen.deploymentId() + " is " + expected.word() + "; it is "
                        + seen.status().word()
                        + (seen.error() == null ? "" : ": " + seen.error().detail()));
    }
}
