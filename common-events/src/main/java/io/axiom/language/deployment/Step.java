package io.axiom.language.deployment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.language.routing.HeaderMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One step of a plan: a state to reach, not an action to do, so doing it twice is doing it once. Plans are lists of steps
 * decided up front, stored in the event that starts the run and shown by a dry run.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.AwaitApproval.class, name = "await-approval"),
    @JsonSubTypes.Type(value = Step.Migrate.class, name = "migrate"),
    @JsonSubTypes.Type(value = Step.RollBackMigrations.class, name = "roll-back-migrations"),
    @JsonSubTypes.Type(value = Step.Scale.class, name = "scale"),
    @JsonSubTypes.Type(value = Step.AwaitHealthy.class, name = "await-healthy"),
    @JsonSubTypes.Type(value = Step.ShiftTraffic.class, name = "shift-traffic"),
    @JsonSubTypes.Type(value = Step.Observe.class, name = "observe"),
    @JsonSubTypes.Type(value = Step.AwaitPromotion.class, name = "await-promotion")
})
public sealed interface Step {

    /** Nothing happens until one of the approvers, who is not the requester, approves. */
    record AwaitApproval(List<String> approvers) implements Step {}

    /**
     * The database has what the release needs.
     *
     * @param level the last migration needed, by version or id
     */
    record Migrate(String releaseId, String database, String level) implements Step {}

    /**
     * What runs of migrations applied to a database is taken back, unless that is worse than accepted: then it stays, which is said.
     *
     * @param runs ids of migration runs, the newest first
     */
    record RollBackMigrations(String database, List<String> runs, WayBackGrade accepted) implements Step {
        public RollBackMigrations {
            runs = List.copyOf(runs);
        }
    }

    /** {@code instances} of the release run. Those too many are drained first, then stopped gracefully. */
    record Scale(String releaseId, int instances) implements Step {}

    /** Every instance of the release passes its checks. */
    record AwaitHealthy(String releaseId, Duration timeout) implements Step {}

    /** The router splits traffic by these weights (percent per release id; they add up to 100, or none for no traffic). */
    record ShiftTraffic(Map<String, Integer> weights, List<HeaderMatch> matches) implements Step {
        public ShiftTraffic {
            weights = Map.copyOf(weights);
            matches = List.copyOf(matches);
        }
    }

    /** Checks and traffic are watched for this long; a promote ends it early. */
    record Observe(Duration duration) implements Step {}

    /** Checks and traffic are watched until someone promotes. */
    record AwaitPromotion() implements Step {}

    /** One line for people: {@code start 2 instances of 1.2.0_ab12cd34}. */
    default String describe() {
        return switch (this) {
            case AwaitApproval step ->
                "wait for approval by "
                        + (step.approvers().isEmpty() ? "an approver" : String.join(" or ", step.approvers()));
            case Migrate step -> "migrate " + step.database() + " to " + step.level();
            case RollBackMigrations step ->
                "take back what was migrated on " + step.database()
                        + switch (step.accepted()) {
                            case LOSSLESS -> ", where nothing is lost";
                            case LOSES_LATER_DATA -> ", though data written since is lost";
                            case IRREVERSIBLE -> ", whatever is lost";
                        };
            case Scale step ->
                "run " + step.instances() + (step.instances() == 1 ? " instance" : " instances") + " of "
                        + step.releaseId();
            case AwaitHealthy step -> "wait until " + step.releaseId() + " is healthy";
            case ShiftTraffic step ->
                step.weights().isEmpty()
                        ? "send no traffic" + preview(step)
                        : "send traffic " + split(step.weights()) + preview(step);
            case Observe step ->
                "observe for " + step.duration().toString().substring(2).toLowerCase(java.util.Locale.ROOT);
            case AwaitPromotion _ -> "wait for promote";
        };
    }

    private static String split(Map<String, Integer> weights) {
        StringBuilder text = new StringBuilder();
        new java.util.TreeMap<>(weights).forEach((release, weight) -> {
            if (weight > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(weight)
                        .append(" % to ")
                        .append(release);
            }
        });
        return text.toString();
    }

    private static String preview(ShiftTraffic step) {
        return step.matches().isEmpty()
                ? ""
                : " (" + step.matches().getFirst().header() + ": "
                        + step.matches().getFirst().value() + " reaches "
                        + step.matches().getFirst().releaseId() + ')';
    }
}
