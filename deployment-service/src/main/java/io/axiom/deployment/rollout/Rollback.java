package io.axiom.deployment.rollout;

import io.axiom.deployment.rollout.RolloutInput.PutBack;
import io.axiom.deployment.rollout.RolloutState.Deploying;
import io.axiom.deployment.rollout.RolloutState.Idle;
import io.axiom.deployment.rollout.RolloutState.RollingBack;
import io.axiom.deployment.rollout.RolloutState.Stuck;
import io.axiom.language.CommandContext;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.DeploymentId;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand.AbortDeployment;
import io.axiom.language.deployment.RolloutCommand.RequestRollback;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.deployment.RolloutEvent.DeploymentAborted;
import io.axiom.language.deployment.RolloutEvent.RollbackRequested;
import io.axiom.language.deployment.RolloutEvent.RollbackStarted;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import io.axiom.runtime.aggregate.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides rollbacks, whoever asks for them. */
final class Rollback {
    /** Who asked when the rollback policy did, whoever carried its command. */
    private static final String POLICY = "rollback-policy";

    private Rollback() {}

    /** What goes back, and why; the events follow from it and the state. */
    private record Way(
            @Nullable String takenBack,
            @Nullable Release from,
            @Nullable Release to,
            int instances,
            boolean automatic,
            boolean condemned,
            @Nullable String environmentRollbackId,
            SchemaRollback schema,
            String by,
            String reason) {}

    static Decision<RolloutEvent> asked(RolloutState state, RequestRollback request, CommandContext context) {
        requireReason("A rollback", request.reason());
        boolean automatic = context.cause() != null && context.commandId().startsWith(RolloutDecider.POLICY_COMMAND);
        String by = automatic ? POLICY : context.actor().name();
        if (request.deploymentId() != null && !request.deploymentId().equals(underWay(state))) {
            return Decision.refuse(Refusals.superseded(request.deploymentId()));
        }
        Way way = switch (state.activity()) {
            case Deploying run -> takeBack(state, run, request, by);
            case Stuck stuck ->
                switch (stuck.run()) {
                    case Deploying run -> takeBack(state, run, request, by);
                    case RollingBack run ->
                        new Way(
                                run.takenBack(),
                                run.from(),
                                request.releaseId() == null ? run.to() : target(state, request),
                                instances(state),
                                false,
                                true,
                                null,
                                SchemaRollback.orLossless(request.schema()),
                                by,
                                request.reason());
                };
            case RollingBack run -> throw new RejectedException(Refusals.rollingBack(run.runId()));
            case Idle _ -> fromLive(state, request, by);
        };
        return begin(state, way, List.of(), context.at());
    }

    static Decision<RolloutEvent> abort(RolloutState state, AbortDeployment command, CommandContext context) {
        requireReason("An abort", command.reason());
        Deploying run = switch (state.activity()) {
            case Deploying deploying when deploying.runId().equals(command.deploymentId()) -> deploying;
            case Stuck stuck
            when stuck.run() instanceof Deploying deploying && deploying.runId().equals(command.deploymentId()) ->
                deploying;
            case Deploying _, Stuck _, RollingBack _, Idle _ ->
                throw new RejectedException(
                        Refusals.notRunning(Control.known(state, command.deploymentId()), command.deploymentId()));
        };
        String by = context.actor().name();
        Way way = new Way(
                run.runId(),
                run.release(),
                run.previous(),
                instances(state),
                false,
                false,
                null,
                SchemaRollback.LOSSLESS,
                by,
                command.reason());
        return begin(
                state,
                way,
                List.of(new DeploymentAborted(run.runId(), by, command.reason(), context.at())),
                context.at());
    }

    /** One component's part in putting a whole environment back. Being there already is fine. */
    static Decision<RolloutEvent> putBack(RolloutState state, PutBack command, CommandContext context) {
        requireReason("A rollback", command.reason());
        String takenBack = switch (state.activity()) {
            case Deploying run -> run.runId();
            case Stuck stuck when stuck.run() instanceof RollingBack run -> run.takenBack();
            case Stuck stuck -> stuck.run().runId();
            case Idle _ -> null;
            case RollingBack run when sameId(run.to(), command.to()) -> run.takenBack();
            case RollingBack run -> throw new RejectedException(Refusals.rollingBack(run.runId()));
        };
        if (state.activity() instanceof RollingBack run) {
            return Decision.accept(List.of(), Map.of("rollbackId", run.runId(), "joined", "true"));
        }
        boolean there = state.activity() instanceof Idle
                && sameId(state.live(), command.to())
                && (command.to() == null || state.wanted() == command.instances());
        if (there) {
            return Decision.accept(List.of());
        }
        Release from = switch (state.activity()) {
            case Deploying run -> run.release();
            case Stuck(Deploying run, var _, var _) -> run.release();
            case Stuck(RollingBack run, var _, var _) -> run.from();
            case RollingBack _, Idle _ -> state.live();
        };
        return begin(
                state,
                new Way(
                        takenBack,
                        from,
                        command.to(),
                        command.instances(),
                        false,
                        command.emergency(),
                        command.environmentRollbackId(),
                        command.schema(),
                        context.actor().name(),
                        command.reason()),
                List.of(),
                context.at());
    }

    /** A failed step takes its deployment back at once. */
    static List<RolloutEvent> automatic(RolloutState state, Deploying run, Cause cause, Instant at) {
        return events(
                state,
                new Way(
                        run.runId(),
                        run.release(),
                        run.previous(),
                        instances(state),
                        true,
                        true,
                        null,
                        SchemaRollback.LOSSLESS,
                        "axiom",
                        cause.detail()),
                at);
    }

    private static Way takeBack(RolloutState state, Deploying run, RequestRollback request, String by) {
        Release to = request.releaseId() == null ? run.previous() : target(state, request);
        if (to != null && to.id().equals(run.release().id()) && !run.onlyScales()) {
            throw new RejectedException(Refusals.nothingToGoBackTo(
                    request.environmentId(), request.component(), to.id() + " is the release being brought out."));
        }
        return wayOf(state, request, by, run.runId(), run.release(), to);
    }

    private static Way fromLive(RolloutState state, RequestRollback request, String by) {
        Release live = state.live();
        Release to = request.releaseId() == null ? state.before() : target(state, request);
        if (to == null) {
            throw new RejectedException(Refusals.nothingToGoBackTo(
                    request.environmentId(), request.component(), "no release ran before this one."));
        }
        if (live != null && live.id().equals(to.id())) {
            throw new RejectedException(Refusals.nothingToGoBackTo(
                    request.environmentId(), request.component(), to.id() + " already runs."));
        }
        return wayOf(state, request, by, null, live, to);
    }

    private static Way wayOf(
            RolloutState state,
            RequestRollback request,
            String by,
            @Nullable String takenBack,
            @Nullable Release from,
            @Nullable Release to) {
        return new Way(
                takenBack,
                from,
                to,
                instances(state),
                by.equals(POLICY),
                true,
                null,
                SchemaRollback.orLossless(request.schema()),
                by,
                request.reason());
    }

    private static Release target(RolloutState state, RequestRollback request) {
        String id = Objects.requireNonNull(request.releaseId());
        Release release = state.releases().get(id);
        if (release == null) {
            throw new RejectedException(Refusals.releaseUnknown(state, id));
        }
        if (state.condemned().contains(id)) {
            throw new RejectedException(Refusals.condemned(release));
        }
        return release;
    }

    private static @Nullable String underWay(RolloutState state) {
        return switch (state.activity()) {
            case Deploying run -> run.runId();
            case Stuck stuck when stuck.run() instanceof Deploying run -> run.runId();
            case Stuck _, RollingBack _, Idle _ -> null;
        };
    }

    private static int instances(RolloutState state) {
        return Math.max(1, state.wanted());
    }

    private static boolean sameId(@Nullable Release one, @Nullable Release other) {
        return one == null || other == null ? one == other : one.id().equals(other.id());
    }

    private static void requireReason(String what, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new RejectedException(Refusals.reasonMissing(what));
        }
        Validation.reason(reason);
    }

    private static Decision<RolloutEvent> begin(RolloutState state, Way way, List<RolloutEvent> before, Instant at) {
        List<RolloutEvent> events = new ArrayList<>(before);
        events.addAll(events(state, way, at));
        String id = runId(state);
        return Decision.accept(events, Map.of("rollbackId", id, "deploymentId", id));
    }

    private static List<RolloutEvent> events(RolloutState state, Way way, Instant at) {
        List<Step> plan = WayBack.plan(state, way.to(), way.instances(), way.schema());
        String id = runId(state);
        boolean condemned = way.condemned() && way.from() != null && !sameId(way.from(), way.to());
        Instant firstFailure = way.from() == null
                ? null
                : Causes.firstFailure(state, way.from().id());
        return List.of(
                new RollbackRequested(
                        id,
                        state.environment(),
                        state.component(),
                        way.takenBack(),
                        way.from(),
                        way.to(),
                        way.automatic(),
                        condemned,
                        way.environmentRollbackId(),
                        way.by(),
                        way.reason(),
                        firstFailure,
                        at),
                new RollbackStarted(id, plan, at),
                Progress.begin(id, plan, 0, at, at.plus(WayBack.STEP_WITHIN)));
    }

    private static String runId(RolloutState state) {
        return new DeploymentId(state.environment(), state.component(), state.nextRun(), true).toString();
    }
}
