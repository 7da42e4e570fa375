package io.axiom.version.catalog;

import io.axiom.language.RejectedException;
import io.axiom.language.json.Json;
import io.axiom.language.version.Bump;
import io.axiom.language.version.BumpReason;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.DetectedBump;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionView;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.comparison.VersionChanges;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.compatibility.Knowledge;
import io.axiom.version.compatibility.Release;
import io.axiom.version.component.Refusals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Reads what is known about a component's versions, and about going from one to another. */
@Component
public class VersionKnowledge {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<CommitEntry>> COMMITS = new TypeReference<>() {};
    private static final int MOST_REASONS = 5;

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final Clock clock;

    VersionKnowledge(JdbcClient jdbc, Catalog catalog, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @throws RejectedException when there is no such component */
    public Knowledge of(String component) {
        requireComponent(component);
        Instant now = clock.instant();
        List<Release> releases = jdbc.sql("""
                SELECT version, status, reason, replacement, since, breaking_changes, commits, detected, stop
                FROM catalog_version WHERE component = ?""")
                .param(component)
                .query((row, _) -> release(row, now))
                .list();
        return new Knowledge(component, releases, declared(component), tested(component));
    }

    /** What each version brought, the lowest first. */
    public List<VersionChanges> changes(String component) {
        return jdbc
                .sql("SELECT version, changelog, breaking_changes FROM catalog_version WHERE component = ?")
                .param(component)
                .query((row, _) -> new VersionChanges(
                        row.getString("version"),
                        Columns.read(row, "changelog", TEXTS, List.of()),
                        Columns.read(row, "breaking_changes", TEXTS, List.of())))
                .list()
                .stream()
                .sorted(Comparator.comparing(
                        changes -> SemanticVersion.parse(changes.version()), SemanticVersion.BUILD_ORDER))
                .toList();
    }

    /** @throws RejectedException when there is no such version */
    public VersionView version(Knowledge knowledge, int place) {
        String version = knowledge.version(place).toString();
        return catalog.version(knowledge.component(), version)
                .orElseThrow(() -> new RejectedException(Refusals.versionNotFound(knowledge.component(), version)));
    }

    private void requireComponent(String component) {
        if (catalog.component(component).isEmpty()) {
            throw new RejectedException(Refusals.componentNotFound(component));
        }
    }

    private static Release release(ResultSet row, Instant now) throws SQLException {
        List<String> breaking = new ArrayList<>(Columns.read(row, "breaking_changes", TEXTS, List.of()));
        for (CommitEntry commit : Columns.read(row, "commits", COMMITS, List.of())) {
            breaking.addAll(Objects.requireNonNullElse(commit.breaking(), List.of()));
        }
        return new Release(
                SemanticVersion.parse(row.getString("version")),
                life(row, now),
                breaking.stream().distinct().toList(),
                detected(Columns.read(row, "detected", DetectedBump.class)),
                row.getString("stop"));
    }

    /** What is announced for later does not hold yet. */
    private static Release.Life life(ResultSet row, Instant now) throws SQLException {
        Instant since = Columns.optionalInstant(row, "since");
        return since != null && since.isAfter(now)
                ? Release.Life.ACTIVE
                : new Release.Life(
                        Status.valueOf(row.getString("status")), row.getString("reason"), row.getString("replacement"));
    }

    private static Release.@Nullable Detected detected(@Nullable DetectedBump bump) {
        if (bump == null || bump.verdict() == null || bump.predecessor() == null) {
            return null;
        }
        return new Release.Detected(
                SemanticVersion.parse(bump.predecessor()),
                bump.verdict(),
                found(bump, _ -> true, reason -> reason.source() + ": " + reason.sentence()),
                found(bump, reason -> reason.asks() == Bump.MAJOR, BumpReason::sentence));
    }

    /** What surfaces say; what commits say has no rule. */
    private static List<String> found(
            DetectedBump bump, Predicate<BumpReason> which, Function<BumpReason, String> sentence) {
        return bump.reasons().stream()
                .filter(reason -> reason.rule() != null)
                .filter(which)
                .limit(MOST_REASONS)
                .map(sentence)
                .toList();
    }

    private List<CompatibilityDeclared> declared(String component) {
        return jdbc.sql("SELECT declared FROM catalog_compatibility WHERE component = ? ORDER BY position")
                .param(component)
                .query((row, _) -> Json.lenient().readValue(row.getString("declared"), CompatibilityDeclared.class))
                .list();
    }

    private List<TestResultRecorded> tested(String component) {
        return jdbc.sql("""
                SELECT DISTINCT ON (from_version, to_version, suite) from_version, to_version, passed, suite, link
                FROM catalog_test_result WHERE component = ?
                ORDER BY from_version, to_version, suite, position DESC""")
                .param(component)
                .query((row, _) -> new TestResultRecorded(
                        component,
                        row.getString("from_version"),
                        row.getString("to_version"),
                        row.getBoolean("passed"),
                        row.getString("suite"),
                        row.getString("link")))
                .list();
    }
}
