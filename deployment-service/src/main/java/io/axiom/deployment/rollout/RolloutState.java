package io.axiom.deployment.rollout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.axiom.language.deployment.Cause;
import io.axiom.language.deployment.HealthCheck;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.Thresholds;
import io.axiom.language.routing.HeaderMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One component in one environment.
 *
 * @param nextRun number of the next deployment or rollback
 * @param live the release that is meant to serve, null for none
 * @param wanted how many instances of it
 * @param history releases that were live, oldest first, without the live one: what can be gone back to
 * @param releases every release this rollout may still need, by id
 * @param condemned ids of releases that were rolled back
 * @param instances those running or lost, by id
 * @param scale wanted instances per release as of the last Scale step begun
 * @param weights what the router last confirmed, percent per release id
 * @param warm the release kept running for a quick way back, null for none
 * @param watches what each release is watched with, by release id
 * @param verdicts the last verdict of each check, by {@link Verdict#key}
 * @param restored whether the live release was put there by a rollback
 * @param schemaRuns migrations its deployments began
 */
public record RolloutState(
        String environment,
        String component,
        int nextRun,
        @Nullable Release live,
        int wanted,
        List<Release> history,
        Map<String, Release> releases,
        Set<String> condemned,
        Map<String, Instance> instances,
        Map<String, Integer> scale,
        Map<String, Integer> weights,
        List<HeaderMatch> matches,
        @Nullable Warm warm,
        Map<String, Watch> watches,
        Map<String, Verdict> verdicts,
        boolean restored,
        SchemaRuns schemaRuns,
        Activity activity) {

    public RolloutState {
        // Snapshots taken before there were any have none.
        schemaRuns = schemaRuns == null ? SchemaRuns.NONE : schemaRuns;
    }

    /** Nothing was ever deployed. */
    public static final RolloutState EMPTY = new RolloutState(
            "",
            "",
            1,
            null,
            0,
            List.of(),
            Map.of(),
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            null,
            Map.of(),
            Map.of(),
            false,
            SchemaRuns.NONE,
            new Idle());

    public record Instance(String instanceId, String releaseId, String host, int port, long pid, boolean running) {}

    public record Warm(String releaseId, Instant retireAt) {}

    public record Watch(List<HealthCheck> healthChecks, Thresholds thresholds) {}

    /** What a check last said of a release; cause and time are null when healthy. */
    public record Verdict(
            String releaseId,
            String check,
            boolean healthy,
            @Nullable Cause cause,
            @Nullable Instant firstFailureAt) {
        static String key(String releaseId, String check) {
            return releaseId + '/' + check;
        }
    }

    /** What is being done. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Idle.class, name = "idle"),
        @JsonSubTypes.Type(value = Deploying.class, name = "deploying"),
        @JsonSubTypes.Type(value = RollingBack.class, name = "rolling-back"),
        @JsonSubTypes.Type(value = Stuck.class, name = "stuck")
    })
    public sealed interface Activity {}

    public record Idle() implements Activity {}

    /** Something that works through steps. */
    public sealed interface Run extends Activity {
        String runId();

        List<Step> plan();

        /** The step under way, or the last one done; -1 before the first. */
        int index();

        int attempt();

        /** When the step under way fails (an Observe: ends), null when it may take as long as it likes. */
        @Nullable
        Instant stepDeadline();

        /** The step under way, null before the first. */
        @JsonIgnore
        default @Nullable Step step() {
            return index() >= 0 && index() < plan().size() ? plan().get(index()) : null;
        }
    }

    /**
     * @param stepDone the step at {@code index} is done and the next has not begun
     * @param pausedAt since when a person has it paused, null when not: the step under way goes on, the next does not begin
     * @param skipWaits promoted fully: waits still to come are passed over
     * @param deadline of the whole; waiting for a person moves it
     */
    public record Deploying(
            String runId,
            Release release,
            @Nullable Release previous,
            int wanted,
            List<Step> plan,
            int index,
            int attempt,
            Instant stepStartedAt,
            @Nullable Instant stepDeadline,
            boolean stepDone,
            @Nullable Instant pausedAt,
            boolean skipWaits,
            List<HealthCheck> healthChecks,
            Thresholds thresholds,
            boolean rollbackOnFailure,
            Duration progressDeadline,
            Instant deadline,
            Duration scaleDownDelay,
            String requestedBy,
            Instant startedAt)
            implements Run {

        @JsonIgnore
        public boolean paused() {
            return pausedAt != null;
        }

        /** Whether it takes as long as it takes, because a person or a database is waited for: no deadline runs. */
        @JsonIgnore
        public boolean isUntimed() {
            return stepDone
                    ? paused()
                    : step() instanceof Step.AwaitApproval
                            || step() instanceof Step.AwaitPromotion
                            || step() instanceof Step.Migrate;
        }

        /** What it puts back when it fails is the very release it brings out, at another scale. */
        boolean onlyScales() {
            return previous != null && previous.id().equals(release.id());
        }
    }

    /**
     * @param takenBack the deployment that is being taken back, null when none was running
     * @param firstFailureAt when what it takes back began to fail, null when it did not
     */
    public record RollingBack(
            String runId,
            @Nullable String takenBack,
            @Nullable String environmentRollbackId,
            @Nullable Release from,
            @Nullable Release to,
            List<Step> plan,
            int index,
            int attempt,
            Instant stepStartedAt,
            @Nullable Instant stepDeadline,
            List<HealthCheck> healthChecks,
            @Nullable Instant firstFailureAt,
            Instant startedAt)
            implements Run {}

    /** A deployment that failed with no automatic rollback, or a rollback that failed: waits for retry, abort or rollback. */
    public record Stuck(Run run, Cause cause, Instant at) implements Activity {}

    /** Whether anything was ever deployed. */
    public boolean exists() {
        return nextRun > 1;
    }

    /** The run under way, null when idle or stuck. */
    public @Nullable Run run() {
        return activity instanceof Run run ? run : null;
    }

    /** When a {@link RolloutInput.DeadlinePassed} next has something to decide, null for never. */
    public @Nullable Instant nextDeadline() {
        return switch (activity) {
            case Deploying run ->
                run.stepDone() || run.isUntimed()
                        ? (run.isUntimed() ? null : run.deadline())
                        : earlier(run.stepDeadline(), run.deadline());
            case RollingBack run -> run.stepDeadline();
            case Idle _ -> warm == null ? null : warm.retireAt();
            case Stuck _ -> null;
        };
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    /** How many instances of a release run. */
    public int running(String releaseId) {
        return (int) instances.values().stream()
                .filter(instance -> instance.running() && instance.releaseId().equals(releaseId))
                .count();
    }

    /** The newest release before the live one that was not rolled back, null when there is none. */
    public @Nullable Release before() {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (!condemned.contains(history.get(i).id())) {
                return history.get(i);
            }
        }
        return null;
    }

    RolloutState with(Activity next) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.activity = next;
        return draft.state();
    }

    RolloutState withInstances(Map<String, Instance> next) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.instances = Map.copyOf(next);
        return draft.state();
    }

    RolloutState withScale(String releaseId, int count) {
        Map<String, Integer> next = new HashMap<>(scale);
        if (count == 0) {
            next.remove(releaseId);
        } else {
            next.put(releaseId, count);
        }
        RolloutDraft draft = new RolloutDraft(this);
        draft.scale = Map.copyOf(next);
        return draft.state();
    }

    RolloutState withTraffic(Map<String, Integer> split, List<HeaderMatch> headers) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.weights = Map.copyOf(split);
        draft.matches = List.copyOf(headers);
        return draft.state();
    }

    RolloutState withWarm(@Nullable Warm next) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.warm = next;
        return draft.state();
    }

    RolloutState withVerdicts(Map<String, Verdict> next) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.verdicts = Map.copyOf(next);
        return draft.state();
    }

    RolloutState withSchemaRuns(SchemaRuns next) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.schemaRuns = next;
        return draft.state();
    }

    RolloutState withRun(
            String ofEnvironment,
            String ofComponent,
            Map<String, Release> known,
            Set<String> bad,
            Map<String, Watch> watched,
            Map<String, Verdict> seen,
            Activity next) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.environment = ofEnvironment;
        draft.component = ofComponent;
        draft.nextRun = nextRun + 1;
        draft.releases = Map.copyOf(known);
        draft.condemned = Set.copyOf(bad);
        draft.watches = Map.copyOf(watched);
        draft.verdicts = Map.copyOf(seen);
        draft.activity = next;
        return draft.state();
    }

    RolloutState withLive(
            @Nullable Release release,
            int count,
            List<Release> past,
            Set<String> bad,
            @Nullable Warm kept,
            boolean byRollback) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.live = release;
        draft.wanted = count;
        draft.history = List.copyOf(past);
        draft.condemned = Set.copyOf(bad);
        draft.warm = kept;
        draft.restored = byRollback;
        draft.schemaRuns = schemaRuns.live(release);
        draft.activity = new Idle();
        return draft.state();
    }

    RolloutState withKnown(Map<String, Release> known, Map<String, Watch> watched, Map<String, Verdict> seen) {
        RolloutDraft draft = new RolloutDraft(this);
        draft.releases = Map.copyOf(known);
        draft.watches = Map.copyOf(watched);
        draft.verdicts = Map.copyOf(seen);
        draft.schemaRuns = schemaRuns.only(known.keySet());
        return draft.state();
    }
}
