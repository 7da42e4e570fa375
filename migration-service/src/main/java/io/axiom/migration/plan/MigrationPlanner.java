package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.deployment.Strictness;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.LintFinding;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Engine;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.inverse.StatementWayBack;
import io.axiom.migration.inverse.WayBack;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.registry.RunPlan;
import io.axiom.migration.registry.RunPlan.Concern;
import io.axiom.migration.schema.Catalog;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.source.Batches;
import io.axiom.migration.source.Migration;
import io.axiom.migration.source.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Plans what is pending: in which order, with which findings and locks, and with a way back that was tried out. */
public final class MigrationPlanner {
    private static final int MOST = 1_000;
    private static final int LONGEST_SENTENCE = 500;
    /** How many migrations are tried before the first of them is proven. */
    private static final int AHEAD = 2;

    private final Sources sources;
    private final Targets targets;
    private final ContentStore contents;

    public MigrationPlanner(Sources sources, Targets targets, ContentStore contents) {
        this.sources = sources;
        this.targets = targets;
        this.contents = contents;
    }

    /** Reads source and target; changes neither. */
    public RunPlan plan(Registered database, Migrate command) {
        LoadedSource source = sources.load(command.source());
        DatabaseAddress address = targets.address(database);
        try (SqlSession session = Targets.open(address, database.databaseId())) {
            Pending pending = Pending.of(
                    database,
                    source.set(),
                    TargetHistory.consistent(session, database).checksums(),
                    command.to());
            requireFew(pending.migrations().size());
            requireLagIsTold(address.engine(), pending.migrations());
            List<Concern> concerns = new ArrayList<>(pending.concerns());
            List<PlannedMigration> planned = pending.migrations().isEmpty()
                    ? List.of()
                    : planned(database, address, schema(database, address, session), pending, concerns);
            return new RunPlan(
                    Direction.UP,
                    planned,
                    PlanHash.of(database.databaseId(), Direction.UP, planned),
                    concerns,
                    source.origin());
        }
    }

    /** As it is before the first pending migration, which may have stopped half way. */
    private Snapshot schema(Registered database, DatabaseAddress address, SqlSession session) {
        Snapshot now = Housekeeping.without(Catalog.read(session));
        return HalfApplied.find(database, address, session, contents)
                .flatMap(half -> half.schemaBefore(address, now))
                .orElse(now);
    }

    private List<PlannedMigration> planned(
            Registered database, DatabaseAddress address, Snapshot schema, Pending pending, List<Concern> concerns) {
        List<PlannedMigration> planned = new ArrayList<>();
        Deque<Tried> tried = new ArrayDeque<>();
        try (WaysBack ways = new WaysBack(address, schema)) {
            Iterator<Migration> rest = pending.migrations().iterator();
            while (rest.hasNext() || !tried.isEmpty()) {
                if (rest.hasNext()) {
                    tried.add(attempt(database, schema.engine(), rest.next(), ways));
                }
                if (tried.size() > AHEAD || !rest.hasNext()) {
                    Tried next = tried.remove();
                    Judged judged = judge(schema, next);
                    planned.add(judged.planned);
                    concerns.addAll(concerns(database, next.migration, judged));
                }
            }
        }
        return planned;
    }

    /** @param way waits until it is proven */
    private record Tried(Migration migration, Script up, Script down, Supplier<WayBack> way) {}

    /** @param failures why its way back is not proven */
    private record Judged(PlannedMigration planned, List<String> failures) {}

    private static Tried attempt(Registered database, Engine engine, Migration migration, WaysBack ways) {
        Script up = Script.read(engine, migration.file(), migration.up());
        Section written = migration.down();
        Script down = written == null ? Script.NONE : Script.read(engine, migration.file(), written);
        Supplier<WayBack> way = ways.find(
                up.whole(engine, migration.batches()),
                down.whole(engine, migration.batches()),
                database.policy().keeps(),
                shortName(migration.id()));
        return new Tried(migration, up, down, way);
    }

    private Judged judge(Snapshot schema, Tried tried) {
        Engine engine = schema.engine();
        Migration migration = tried.migration;
        Script up = tried.up;
        WayBack way = tried.way.get();
        List<String> reasons = new ArrayList<>();
        way.statements().stream().map(StatementWayBack::reasons).forEach(reasons::addAll);
        reasons.addAll(way.proof().failures());
        reasons.addAll(way.proof().remarks());
        PlannedMigration planned = new PlannedMigration(
                migration.id(),
                migration.version() == null ? null : migration.version().text(),
                migration.name(),
                migration.type().name().toLowerCase(Locale.ROOT),
                migration.checksum(),
                up.statements().size(),
                migration.transactional(),
                way.grade(),
                way.proof().proven(),
                reasons,
                Judgement.findings(migration, schema),
                Judgement.locks(engine, up.statements()),
                contents.put(up.content(way, !tried.down.statements().isEmpty(), migration.batches())));
        return new Judged(planned, way.proof().failures());
    }

    private static List<Concern> concerns(Registered database, Migration migration, Judged judged) {
        PlannedMigration planned = judged.planned;
        List<Concern> concerns = new ArrayList<>();
        if (!planned.proven()) {
            concerns.add(new Concern(
                    "migration.way-back-unproven",
                    "Migration " + planned.migrationId() + " has no proven way back: "
                            + Texts.shorten(String.join("; ", judged.failures), LONGEST_SENTENCE) + ".",
                    database.policy().unprovenIn(database.environment()) == Strictness.REFUSE));
        }
        boolean strict = database.policy().findingsIn(database.environment()) == Strictness.REFUSE;
        for (LintFinding finding : planned.findings()) {
            boolean open = finding.allowedBecause() == null;
            if (open && finding.severity().equals("error")) {
                concerns.add(new Concern(
                        "migration.finding",
                        migration.file() + ", line " + finding.line() + ": " + finding.message() + " (" + finding.rule()
                                + ")",
                        strict));
            }
        }
        return concerns;
    }

    /** For the names of kept tables: letters and digits, and not the same for ids that differ. */
    static String shortName(String id) {
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String hash = ContentStore.digest(id.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .substring(0, 6);
        return (plain.length() > 16 ? plain.substring(0, 16) : plain) + '_' + hash;
    }

    /** A limit that nothing would watch is not taken. */
    private static void requireLagIsTold(Engine engine, List<Migration> pending) {
        for (Migration migration : pending) {
            Batches batches = migration.batches();
            if (batches != null && batches.maxReplicationLag() != null && engine != Engine.POSTGRESQL) {
                throw new RejectedException(new Rejection(
                        "migration.lag-unknown",
                        Rejection.Kind.UNPROCESSABLE,
                        migration.file() + " limits the lag of replicas, and " + engine.title()
                                + " does not tell a primary how far its replicas are behind.",
                        "Remove max-replication-lag from it and use batch-pause.",
                        Map.of("migration", migration.id(), "file", migration.file())));
            }
        }
    }

    private static void requireFew(int pending) {
        if (pending > MOST) {
            throw new RejectedException(new Rejection(
                    "migration.too-many-pending",
                    Rejection.Kind.UNPROCESSABLE,
                    pending + " migrations are pending; one run takes " + MOST + ".",
                    "Run up to a version first: --to <version>."));
        }
    }
}
