package io.axiom.deployment.rollout;

import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutEvent.StepStarted;
import io.axiom.language.deployment.SchemaRollback;
import io.axiom.language.deployment.Step;
import io.axiom.language.migration.DatabaseCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The runs of migrations that a rollout's deployments began: what going back to an earlier release may have to take back.
 *
 * @param begun in order, the newest {@link #REMEMBERED}
 * @param forgotten how many came before those
 * @param whenLive how many had been begun when a release last became the live one, by release id
 */
public record SchemaRuns(List<Begun> begun, int forgotten, Map<String, Integer> whenLive) {
    static final int REMEMBERED = 100;
    static final SchemaRuns NONE = new SchemaRuns(List.of(), 0, Map.of());

    public SchemaRuns {
        begun = List.copyOf(begun);
        whenLive = Map.copyOf(whenLive);
    }

    /** One run. */
    public record Begun(String database, String runId) {}

    /** The id of the command with which a step has a database migrated; its run has {@link DatabaseCommand#runId}. */
    public static String commandId(String runId, int index, int attempt) {
        return "migrate-" + runId + '-' + index + '-' + attempt;
    }

    /** What brings databases to what a release needs. */
    static List<Step> forward(Release release, String environment) {
        List<Step> steps = new ArrayList<>();
        release.schemas()
                .forEach(need -> steps.add(new Step.Migrate(release.id(), need.databaseIn(environment), need.level())));
        return steps;
    }

    /** What takes back the migrations begun since a release was live; all of them for null. */
    List<Step> back(@Nullable Release to, SchemaRollback how) {
        int from = to == null ? 0 : Math.max(0, whenLive.getOrDefault(to.id(), 0) - forgotten);
        Map<String, List<String>> runs = new LinkedHashMap<>();
        for (Begun run :
                begun.subList(Math.min(from, begun.size()), begun.size()).reversed()) {
            runs.computeIfAbsent(run.database(), _ -> new ArrayList<>()).add(run.runId());
        }
        List<Step> steps = new ArrayList<>();
        how.accepts()
                .ifPresent(worst -> runs.forEach(
                        (database, those) -> steps.add(new Step.RollBackMigrations(database, those, worst))));
        return steps;
    }

    SchemaRuns started(StepStarted event) {
        if (!(event.step() instanceof Step.Migrate migrate)) {
            return this;
        }
        List<Begun> next = new ArrayList<>(begun);
        next.add(new Begun(
                migrate.database(), DatabaseCommand.runId(commandId(event.runId(), event.index(), event.attempt()))));
        int over = Math.max(0, next.size() - REMEMBERED);
        return new SchemaRuns(next.subList(over, next.size()), forgotten + over, whenLive);
    }

    SchemaRuns live(@Nullable Release release) {
        if (release == null) {
            return this;
        }
        Map<String, Integer> next = new HashMap<>(whenLive);
        next.put(release.id(), forgotten + begun.size());
        return new SchemaRuns(begun, forgotten, next);
    }

    SchemaRuns only(Set<String> releaseIds) {
        Map<String, Integer> next = new HashMap<>(whenLive);
        next.keySet().retainAll(releaseIds);
        return new SchemaRuns(begun, forgotten, next);
    }
}
