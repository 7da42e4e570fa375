package io.axiom.deployment.catalog;

import io.axiom.deployment.environment.EnvironmentDecider;
import io.axiom.deployment.environment.EnvironmentRefusals;
import io.axiom.deployment.environment.EnvironmentState;
import io.axiom.deployment.rollout.Defaults;
import io.axiom.deployment.rollout.RolloutInput;
import io.axiom.deployment.schema.KnownSchemas;
import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Contexts;
import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.version.RunSpec;
import io.axiom.runtime.aggregate.Preparation;
import io.axiom.runtime.log.History;
import io.axiom.runtime.projection.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks up what a deployment needs: the environment's policy and how the version is started. */
public final class DeploymentPreparation implements Preparation<StartDeployment> {
    /** A version registered a moment ago may still be on its way here. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final History history;
    private final KnownVersions versions;
    private final KnownSchemas schemas;
    private final Positions positions;
    private final Defaults defaults;
    private final EnvironmentDecider environments = new EnvironmentDecider();

    public DeploymentPreparation(
            History history, KnownVersions versions, KnownSchemas schemas, Positions positions, Defaults defaults) {
        this.history = history;
        this.versions = versions;
        this.schemas = schemas;
        this.positions = positions;
        this.defaults = defaults;
    }

    @Override
    public Command prepare(StartDeployment request, CommandContext context) {
        Names.require("environment", request.environmentId());
        Names.require("component", request.component());
        EnvironmentState environment = history.stateOf(environments, request.environmentId(), History.NOW)
                .state();
        EnvironmentRefusals.requireExists(environment, request.environmentId());
        if (environment.goingBack() != null) {
            throw new RejectedException(EnvironmentRefusals.goingBack(
                    request.environmentId(), environment.goingBack().rollbackId()));
        }
        KnownVersion version = version(request);
        List<String> warnings = Admission.check(version, environment.policy(), context.at());
        RunSpec run = run(version);
        if (run.schemas() != null) {
            run.schemas().forEach(need -> requireDatabase(need.databaseIn(request.environmentId()), request));
        }
        return new RolloutInput.Begin(request, run, version.artifacts(), environment.policy(), defaults, warnings);
    }

    private KnownVersion version(StartDeployment request) {
        String name = request.component() + ' ' + Texts.shorten(request.version(), 80);
        Map<String, String> facts =
                Map.of("component", request.component(), "version", Texts.shorten(request.version(), 80));
        return find(request).orElseThrow(() -> new RejectedException(unknown(request, name, facts)));
    }

    private static RunSpec run(KnownVersion version) {
        RunSpec run = version.run();
        if (run == null || run.command().isEmpty()) {
            throw new RejectedException(new Rejection(
                    "version.not-runnable",
                    Kind.UNPROCESSABLE,
                    "Version " + version.name() + " does not say how it is started.",
                    "Create a version with a run specification (run.command).",
                    Map.of("component", version.component(), "version", version.version())));
        }
        return run;
    }

    private Optional<KnownVersion> find(StartDeployment request) {
        return patiently(Contexts.VERSION, () -> versions.find(request.component(), request.version()));
    }

    private void requireDatabase(String database, StartDeployment request) {
        String environment = patiently(Contexts.MIGRATION, () -> schemas.environmentOf(database))
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "deployment.database-unknown",
                        Kind.UNPROCESSABLE,
                        "Version " + request.component() + ' ' + Texts.shorten(request.version(), 80)
                                + " needs the database \"" + database + "\", and there is none of that name.",
                        "Register it: axiom database register " + database + " --environment " + request.environmentId()
                                + " --jdbc …",
                        Map.of("database", database))));
        if (!environment.equals(request.environmentId())) {
            throw new RejectedException(new Rejection(
                    "deployment.database-elsewhere",
                    Kind.CONFLICT,
                    "The database \"" + database + "\" belongs to the environment " + environment + ", not to "
                            + request.environmentId() + '.',
                    "Name the database of each environment after it, for example orders-${environment}.",
                    Map.of("database", database, "environment", environment)));
        }
    }

    private <T> Optional<T> patiently(String context, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long seen = positions.projected(context);
            Optional<T> found = look.get();
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (found.isPresent() || left.isNegative() || !positions.await(context, seen + 1, left)) {
                return found.isPresent() ? found : look.get();
            }
        }
    }

    private Rejection unknown(StartDeployment request, String name, Map<String, String> facts) {
        return versions.knowsComponent(request.component())
                ? new Rejection(
                        "version.unknown",
                        Kind.NOT_FOUND,
                        "There is no version " + name + '.',
                        "List the versions with: axiom version list " + request.component(),
                        facts)
                : new Rejection(
                        "component.unknown",
                        Kind.NOT_FOUND,
                        "There is no component " + request.component() + '.',
                        "List components with: axiom component list",
                        facts);
    }
}
