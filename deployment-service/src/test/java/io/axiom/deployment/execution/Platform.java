package io.axiom.deployment.execution;

import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.rollout.RolloutDecider;
import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.rollout.RolloutState;
import io.axiom.deployment.schema.SchemaChanges;
import io.axiom.deployment.target.Instances;
import io.axiom.deployment.target.ProcessTable;
import io.axiom.deployment.target.ProcessTarget;
import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.RecordedEvent;
import io.axiom.language.Reply;
import io.axiom.language.deployment.EnvironmentEvent.EnvironmentCreated;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RolloutCommand.RequestRollback;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent.HealthCheckFailed;
import io.axiom.language.deployment.RouterAddress;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Strategy;
import io.axiom.language.deployment.Target;
import io.axiom.language.migration.SchemaLevel;
import io.axiom.language.version.RunSpec;
import io.axiom.samples.Agent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A control plane for one component in one environment: real processes, the real decider, a log in memory. */
final class Platform implements AutoCloseable {
    static final String ENVIRONMENT = "test";
    static final String COMPONENT = "agent";
    static final String ROLLOUT = ENVIRONMENT + '.' + COMPONENT;
    static final Defaults DEFAULTS =
            new Defaults("blue-green", true, 5.0, Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(5), 10);

    private static final SchemaChanges NO_DATABASES = new SchemaChanges() {
        @Override
        public Outcome migrate(By by, String database, SchemaLevel need, boolean known, CommandContext context) {
            throw new AssertionError("No release here needs " + database);
        }

        @Override
        public Outcome rollBack(By by, Step.RollBackMigrations step, CommandContext context) {
            throw new AssertionError("No release here needs " + step.database());
        }
    };

    final MemoryLog log = new MemoryLog();
    private final Path home;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private ProcessTarget target;
    private StepRunner runner;
    private MemoryLog.Feed feed;
    private long position;

    Platform(Path home, @Nullable String routerAdminUrl) throws Exception {
        this.home = home;
        log.append(
                "environment",
                ENVIRONMENT,
                new EnvironmentCreated(
                        ENVIRONMENT,
                        new Target.Processes(null, null),
                        routerAdminUrl == null ? null : new RouterAddress(routerAdminUrl, null),
                        Policy.DEFAULTS,
                        Instant.now()),
                context("create"));
        start();
    }

    /** A control plane that finds what the one before left. */
    void start() throws Exception {
        target = new ProcessTarget(home, System.getenv());
        runner = new StepRunner(
                new RolloutDecider(),
                log,
                log,
                new KnownRollouts() {
                    @Override
                    public Set<String> all() {
                        return Set.copyOf(known);
                    }

                    @Override
                    public void remember(String rolloutId) {
                        known.add(rolloutId);
                    }
                },
                target,
                NO_DATABASES,
                DEFAULTS,
                null,
                Clock.systemUTC());
        feed = log.feed(runner, position, this::rollBack);
    }

    void stop() throws Exception {
        feed.close();
        position = Math.max(0, feed.position() - 2);
        runner.close();
    }

    /** What the rollback policy does. */
    private void rollBack(RecordedEvent recorded) {
        if (recorded.event() instanceof HealthCheckFailed failed
                && log.state(ROLLOUT).activity() instanceof RolloutState.Deploying run
                && run.release().id().equals(failed.releaseId())) {
            log.send(
                    new RolloutInput.Asked(new RequestRollback(
                            ENVIRONMENT, COMPONENT, null, failed.cause().detail(), run.runId(), null)),
                    new CommandContext(
                            "rollback-for-" + recorded.eventId(),
                            Actor.service("rollback-policy"),
                            Instant.now(),
                            "policy",
                            recorded.reference(),
                            null));
        }
    }

    static CommandContext context(String id) {
        return CommandContext.of(id, Actor.LOCAL, Instant.now());
    }

    Reply ask(Command command) {
        return log.send(command, context(UUID.randomUUID().toString())).join();
    }

    static StartDeployment request(
            String version,
            @Nullable Strategy strategy,
            int instances,
            HealthCheck check,
            @Nullable Duration progress) {
        return new StartDeployment(
                ENVIRONMENT,
                COMPONENT,
                version,
                strategy,
                Map.of(),
                instances,
                List.of(check),
                null,
                null,
                null,
                progress,
                null,
                null,
                null,
                null,
                null);
    }

    String deploy(String version, int instances, Strategy strategy, Duration progress, String... options) {
        Reply reply = ask(new RolloutInput.Begin(
                request(version, strategy, instances, HealthCheck.http("/health"), progress),
                agent(version, options),
                Policy.DEFAULTS,
                DEFAULTS));
        if (reply instanceof Reply.Accepted accepted) {
            return accepted.result().get("deploymentId");
        }
        throw new AssertionError(reply);
    }

    String deploy(String version, int instances, String... options) {
        return deploy(version, instances, new Strategy.BlueGreen(null, Duration.ZERO), Duration.ofSeconds(30), options);
    }

    static RunSpec agent(String version, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of(Agent.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString(),
                Agent.class.getName(),
                "--version",
                version));
        command.addAll(List.of(options));
        return new RunSpec(command, null, Map.of(), null);
    }

    RolloutState state() {
        return log.state(ROLLOUT);
    }

    boolean isIdle() {
        return state().activity() instanceof RolloutState.Idle;
    }

    String liveVersion() {
        return state().live() == null ? "none" : state().live().version();
    }

    Map<String, ProcessTable.Entry> processes() {
        return target.all();
    }

    ProcessTarget target() {
        return target;
    }

    @Override
    public void close() throws Exception {
        stop();
        Instances.endAll(target);
    }
}
