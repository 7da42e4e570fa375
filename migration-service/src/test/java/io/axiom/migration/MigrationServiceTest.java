package io.axiom.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.json.Json;
import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.MigrationFile;
import io.axiom.language.migration.MigrationSource;
import io.axiom.migration.MigrationService.Response;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.Row;
import io.axiom.migration.database.SqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class MigrationServiceTest {
    private static final MigrationFile CREATE = new MigrationFile(
            "V1__create_orders.sql",
            "CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL);\nINSERT INTO orders VALUES (1, 'Ada'), (2, 'Bob');");
    private static final MigrationFile STATUS =
            new MigrationFile("V2__status.sql", "ALTER TABLE orders ADD COLUMN status text;");
    private static final MigrationFile DROP =
            new MigrationFile("V3__drop_customer.sql", "ALTER TABLE orders DROP COLUMN customer;");
    private static final MigrationFile WRONG =
            new MigrationFile("V4__wrong.sql", "CREATE TABLE more (id int);\n\nALTER TABLE nowhere ADD COLUMN x int;");

    private final MigrationService service = MigrationService.shared();
    private final String target = TestInfrastructure.freshDatabase();
    private String database = "";

    @TempDir
    Path folder;

    @BeforeEach
    void name(TestInfo test) {
        database = "t"
                + UUID.nameUUIDFromBytes(test.getDisplayName().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }

    private void register(String environment, String url) {
        assertThat(service.post("/api/databases", Map.of("name", database, "environment", environment, "url", url))
                        .status())
                .isEqualTo(201);
    }

    private Response migrate(Map<String, ?> more, MigrationFile... files) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("source", new MigrationSource(null, List.of(files), null));
        return service.post("/api/databases/" + database + "/migrate", body);
    }

    /** Begun and ended well. */
    private Response migrated(MigrationFile... files) {
        Response begun = migrate(Map.of(), files);
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        Response run = service.ended(database, begun.text("runId"));
        assertThat(run.text("status")).as(run.body().toString()).isEqualTo("completed");
        return run;
    }

    private Response rollBack(Map<String, ?> body) {
        return service.post("/api/databases/" + database + "/rollback", body);
    }

    private List<String> column(String query) {
        try (SqlSession session = DatabaseAddress.of(target).open(10)) {
            return session.query(query).stream()
                    .map(MigrationServiceTest::value)
                    .toList();
        }
    }

    private static String value(Row row) {
        return row.text("value");
    }

    private void execute(String sql) {
        try (SqlSession session = DatabaseAddress.of(target).open(10)) {
            session.execute(sql);
        }
    }

    @Test
    void appliesWhatIsPendingAndSaysSoInTheLog() {
        register("staging", target);
        migrated(CREATE, STATUS);
        assertThat(column("SELECT id AS value FROM schema_migrations WHERE status = 'applied' ORDER BY id"))
                .containsExactly("1", "2");
        Response known = service.get("/api/databases/" + database);
        assertThat(known.text("version")).isEqualTo("2");
        assertThat(known.body().path("applied").asInt()).isEqualTo(2);
        assertThat(service.get("/api/databases/" + database + "/migrations").texts("items", "migrationId"))
                .containsExactly("1", "2");
        assertThat(service.events(database))
                .containsSubsequence(
                        "migration.DatabaseRegistered.v1",
                        "migration.MigrationPlanned.v1",
                        "migration.MigrationStarted.v1",
                        "migration.StatementExecuted.v1",
                        "migration.MigrationCompleted.v1",
                        "migration.MigrationCompleted.v1",
                        "migration.MigrationRunCompleted.v1");
        assertThat(migrate(Map.of(), CREATE, STATUS).text("migrations")).isEqualTo("0");
    }

    @Test
    void showsAPlanWithTheGradeOfEachWayBackAndChangesNothing() {
        register("staging", target);
        Response plan = migrate(Map.of("dryRun", true, "rehearse", true), CREATE, STATUS, DROP);
        assertThat(plan.status()).as(plan.body().toString()).isEqualTo(200);
        assertThat(plan.texts("migrations", "grade")).hasSize(3);
        assertThat(plan.body().path("migrations").valueStream())
                .allSatisfy(migration -> assertThat(migration.path("proven").asBoolean())
                        .as(migration.toString())
                        .isTrue());
        assertThat(plan.body().path("rehearsal").path("failure").isMissingNode()
                        || plan.body().path("rehearsal").path("failure").isNull())
                .as(plan.body().path("rehearsal").toString())
                .isTrue();
        assertThat(column("SELECT count(*)::text AS value FROM pg_tables WHERE tablename = 'orders'"))
                .containsExactly("0");
        assertThat(service.events(database)).containsExactly("migration.DatabaseRegistered.v1");
    }

    @Test
    void runsExactlyThePlanThatWasShownOrNothing() {
        register("staging", target);
        String hash = migrate(Map.of("dryRun", true), CREATE).text("planHash");
        assertThat(migrate(Map.of("planHash", hash), CREATE, STATUS).code()).isEqualTo("409 migration.plan-changed");
        assertThat(migrate(Map.of("planHash", hash), CREATE).status()).isEqualTo(202);
    }

    @Test
    void takesBackWhatWasDestroyedWithAllItHeld() {
        register("staging", target);
        migrated(CREATE, STATUS, DROP);
        Response begun = rollBack(Map.of("last", 1, "reason", "needed after all"));
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        assertThat(service.ended(database, begun.text("runId")).text("status")).isEqualTo("completed");
        assertThat(column("SELECT customer AS value FROM orders ORDER BY id")).containsExactly("Ada", "Bob");
        assertThat(service.get("/api/databases/" + database).text("version")).isEqualTo("2");
        migrated(CREATE, STATUS, DROP);
    }

    @Test
    void goesBackToAPosition() {
        register("staging", target);
        migrated(CREATE);
        long then = service.get("/api/databases/" + database)
                .body()
                .path("position")
                .asLong();
        migrated(CREATE, STATUS);
        Response plan = rollBack(Map.of("position", then, "dryRun", true));
        assertThat(plan.texts("migrations", "migrationId")).containsExactly("2");
        Response begun = rollBack(
                Map.of("position", then, "planHash", plan.text("planHash"), "reason", "back to before the release"));
        assertThat(service.ended(database, begun.text("runId")).text("status")).isEqualTo("completed");
        assertThat(service.get("/api/databases/" + database).text("version")).isEqualTo("1");
    }

    @Test
    void takesBackExactlyWhatARunAppliedAsFarAsThatIsAccepted() {
        register("staging", target);
        migrated(CREATE);
        String run = migrated(CREATE, STATUS).text("runId");
        Response worse = rollBack(Map.of("runs", List.of(run), "accept", "lossless", "reason", "it is too much"));
        assertThat(worse.status()).isEqualTo(422);
        assertThat(worse.text("code")).isEqualTo("migration.loses-later-data");
        String later = migrated(CREATE, STATUS, DROP).text("runId");
        Response between = rollBack(Map.of("runs", List.of(run), "reason", "only this one"));
        assertThat(between.status()).isEqualTo(409);
        assertThat(between.text("code")).isEqualTo("migration.applied-since");
        Response both = rollBack(Map.of("runs", List.of(run, later), "accept", "loses-later-data", "reason", "both"));
        assertThat(service.ended(database, both.text("runId")).text("status")).isEqualTo("completed");
        assertThat(service.get("/api/databases/" + database)
                        .body()
                        .path("applied")
                        .asInt())
                .isEqualTo(1);
        Response nothing = rollBack(Map.of("runs", List.of(run), "reason", "again"));
        assertThat(nothing.text("migrations")).isEqualTo("0");
    }

    @Test
    void upToAVersionIsAllBeforeItWhateverItIsWrittenIn() {
        register("staging", target);
        MigrationFile between = new MigrationFile(
                "between.sql", "-- ---\n-- id: between\n-- version: 1.5\n-- ---\nCREATE TABLE between_them (id int);");
        Response plan = migrate(Map.of("dryRun", true, "to", "2"), CREATE, between, STATUS, DROP);
        assertThat(plan.body()
                        .path("migrations")
                        .valueStream()
                        .map(m -> m.path("migrationId").asString()))
                .containsExactly("1", "between", "2");
        Response only = migrate(Map.of("dryRun", true, "to", "between"), CREATE, between, STATUS, DROP);
        assertThat(only.body()
                        .path("migrations")
                        .valueStream()
                        .map(m -> m.path("migrationId").asString()))
                .containsExactly("between");
    }

    @Test
    void aFailureNamesFileLineStatementStateAndWhatToDo() {
        register("staging", target);
        Response begun = migrate(Map.of(), CREATE, WRONG);
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        Response run = service.ended(database, begun.text("runId"));
        assertThat(run.text("status")).isEqualTo("failed");
        assertThat(run.body().path("failure").path("detail").asString(""))
                .contains("V4__wrong.sql", "line 3", "nowhere");
        assertThat(run.body().path("failure").path("statement").asInt()).isPositive();
        assertThat(run.body().path("failure").path("state").asString("")).isNotBlank();
        assertThat(run.body().path("failure").path("next").asString("")).isNotBlank();
        assertThat(column("SELECT count(*)::text AS value FROM pg_tables WHERE tablename = 'more'"))
                .containsExactly("0");
        assertThat(service.get("/api/databases/" + database).text("version")).isEqualTo("1");
    }

    @Test
    void productionRefusesWhatHasNoProvenWayBack() {
        register("production", target);
        Response refused = migrate(Map.of(), CREATE, WRONG);
        assertThat(refused.code()).isEqualTo("422 migration.way-back-unproven");
        assertThat(column("SELECT count(*)::text AS value FROM pg_tables WHERE tablename = 'orders'"))
                .containsExactly("0");
        assertThat(migrate(Map.of("force", true), CREATE, WRONG).code()).isEqualTo("400 request.field-missing");
    }

    @Test
    void refusesAChangedMigrationUntilItIsRepaired() {
        register("staging", target);
        migrated(CREATE, STATUS);
        MigrationFile changed = new MigrationFile(STATUS.name(), STATUS.content() + " -- for the report");
        assertThat(migrate(Map.of(), CREATE, changed).code()).isEqualTo("409 migration.changed");
        MigrationSource source = new MigrationSource(null, List.of(CREATE, changed), null);
        Response repaired = service.post(
                "/api/databases/" + database + "/migrations/2/repair",
                Map.of("source", source, "reason", "only a comment"));
        assertThat(repaired.status()).as(repaired.body().toString()).isEqualTo(200);
        assertThat(migrate(Map.of(), CREATE, changed).text("migrations")).isEqualTo("0");
    }

    @Test
    void takesADatabaseThatSomeoneElseMigratedAsItIs() {
        execute("CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL)");
        register("staging", target);
        MigrationSource source = new MigrationSource(null, List.of(CREATE, STATUS), null);
        Response baseline = service.post(
                "/api/databases/" + database + "/baseline",
                Map.of("source", source, "to", "1", "reason", "migrated by hand so far"));
        assertThat(baseline.status()).as(baseline.body().toString()).isEqualTo(200);
        migrated(CREATE, STATUS);
        assertThat(column("SELECT status AS value FROM schema_migrations ORDER BY id"))
                .containsExactly("baseline", "applied");
        assertThat(rollBack(Map.of("last", 2, "reason", "x")).code()).isEqualTo("422 migration.no-way-back");
    }

    @Test
    void seesThatTheHistoryWasEditedByHand() {
        register("staging", target);
        migrated(CREATE);
        execute("DELETE FROM schema_migrations");
        assertThat(migrate(Map.of(), CREATE).code()).isEqualTo("409 migration.history-edited");
    }

    @Test
    void takesCommandsOverKafka() throws Exception {
        register("staging", target);
        String commandId = UUID.randomUUID().toString();
        service.sendOverKafka(
                commandId,
                new Migrate(database, new MigrationSource(null, List.of(CREATE), null), null, null, null, null));
        assertThat(service.ended(database, "run-" + commandId).text("status")).isEqualTo("completed");
    }

    @Test
    void migratesSqliteFromADirectory() throws Exception {
        Files.writeString(folder.resolve(CREATE.name()), CREATE.content());
        Files.writeString(folder.resolve(DROP.name()), DROP.content());
        register("staging", "jdbc:sqlite:" + folder.resolve("orders.db"));
        Response begun = service.post(
                "/api/databases/" + database + "/migrate", Map.of("source", Map.of("directory", folder.toString())));
        assertThat(service.ended(database, begun.text("runId")).text("status")).isEqualTo("completed");
        Response back = rollBack(Map.of("after", "1", "reason", "needed"));
        Response run = service.ended(database, back.text("runId"));
        assertThat(run.text("status")).as(run.body().toString()).isEqualTo("completed");
    }

    @Test
    void migratesMariaDbWithAPasswordFromAFile() throws Exception {
        DatabaseAddress server = Databases.freshMariaDb();
        Path password = folder.resolve("password");
        Files.writeString(password, server.password() + "\n");
        assertThat(service.post(
                                "/api/databases",
                                Map.of(
                                        "name",
                                        database,
                                        "environment",
                                        "staging",
                                        "url",
                                        server.url(),
                                        "credentials",
                                        Map.of("user", String.valueOf(server.user()), "password", "file:" + password)))
                        .status())
                .isEqualTo(201);
        MigrationFile create = new MigrationFile(
                "V1__create.sql",
                "CREATE TABLE orders (id int PRIMARY KEY, customer varchar(50) NOT NULL);\nINSERT INTO orders VALUES (1, 'Ada');");
        MigrationFile drop = new MigrationFile("V2__drop.sql", "ALTER TABLE orders DROP COLUMN customer;");
        Response plan = migrate(Map.of("dryRun", true, "rehearse", true), create, drop);
        assertThat(plan.body().path("rehearsal").path("how").asString("")).contains("scratch copy");
        migrated(create, drop);
        Response back = rollBack(Map.of("last", 1, "reason", "needed"));
        Response run = service.ended(database, back.text("runId"));
        assertThat(run.text("status")).as(run.body().toString()).isEqualTo("completed");
        try (SqlSession session = server.open(10)) {
            assertThat(session.query("SELECT customer AS value FROM orders")
                            .getFirst()
                            .text("value"))
                    .isEqualTo("Ada");
        }
    }

    @Test
    void goesThroughATableInBatches() {
        register("staging", target);
        execute("CREATE TABLE big AS SELECT n AS id, 0 AS done FROM generate_series(1, 5000) n");
        execute("ALTER TABLE big ADD PRIMARY KEY (id)");
        MigrationFile fill = new MigrationFile("fill.sql", """
                -- ---
                -- id: fill
                -- version: 1
                -- type: data
                -- batch-table: big
                -- batch-key: id
                -- batch-size: 500
                -- ---
                UPDATE big SET done = id WHERE id BETWEEN :from AND :to;
                """);
        Response run = migrated(fill);
        assertThat(column("SELECT count(*)::text AS value FROM big WHERE done = id"))
                .containsExactly("5000");
        assertThat(run.body().path("migrations").path(0).path("rows").asLong()).isEqualTo(5_000);
        Response back = rollBack(Map.of("last", 1, "reason", "wrong values"));
        assertThat(service.ended(database, back.text("runId")).text("status")).isEqualTo("completed");
        assertThat(column("SELECT count(*)::text AS value FROM big WHERE done = 0"))
                .containsExactly("5000");
    }

    @Test
    void comparesTheSchemaWithTheExpectedOne() {
        register("staging", target);
        migrated(CREATE);
        String validate = "/api/databases/" + database + "/schema/validate";
        Response same = service.post(
                validate, Map.of("sql", "CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL)"));
        assertThat(same.body().path("same").asBoolean())
                .as(same.body().toString())
                .isTrue();
        Response differs = service.post(validate, Map.of("sql", "CREATE TABLE orders (id bigint PRIMARY KEY)"));
        assertThat(differs.texts("differences", "object")).contains("column public.orders.customer");
        String snapshot = Json.mapper()
                .writeValueAsString(
                        service.get("/api/databases/" + database + "/schema").body());
        assertThat(service.post(validate, Map.of("snapshot", snapshot))
                        .body()
                        .path("same")
                        .asBoolean())
                .isTrue();
        assertThat(service.post(validate, Map.of("snapshot", "{")).code())
                .isEqualTo("400 migration.snapshot-unreadable");
    }

    @Test
    void lintsAndComparesSqlOfNoDatabase() {
        Response findings = service.post(
                "/api/migrations/lint", Map.of("dialect", "postgresql", "sql", "CREATE INDEX i ON t (c);"));
        assertThat(findings.texts("findings", "rule")).contains("require-concurrent-index-creation");
        Response diff = service.post(
                "/api/migrations/schema/diff",
                Map.of("dialect", "postgresql", "from", "CREATE TABLE t (a int)", "to", "CREATE TABLE t (a bigint)"));
        assertThat(diff.body().path("statements").path(0).asString("")).contains("TYPE bigint");
        assertThat(service.post("/api/migrations/lint", Map.of("dialect", "cobol", "sql", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(service.postText("/api/migrations/lint", "{\"dialect\":").code())
                .isEqualTo("400 request.malformed-json");
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThat(service.get("/api/databases/nowhere").code()).isEqualTo("404 migration.database-not-found");
        assertThat(migrate(Map.of(), CREATE).code()).isEqualTo("404 migration.database-not-found");
        register("staging", "jdbc:postgresql://127.0.0.1:1/none?user=postgres&connectTimeout=2");
        assertThat(migrate(Map.of(), CREATE).code()).isEqualTo("503 migration.database-unreachable");
        assertThat(service.get("/api/databases/" + database + "/runs/last").code())
                .isEqualTo("404 migration.run-not-found");
        assertThat(service.post("/api/databases/" + database + "/unstick", Map.of())
                        .code())
                .isEqualTo("400 request.field-missing");
        List<Object> none = new ArrayList<>();
        assertThat(service.post(
                                "/api/databases/" + database + "/migrate",
                                Map.of("source", Map.of("files", none, "directory", "/x")))
                        .code())
                .isEqualTo("400 migration.source.invalid");
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedWhereverItComesFrom() throws Exception {
        register("staging", "jdbc:sqlite:" + folder.resolve("orders.db"));
        String huge = "x".repeat(50 * 1024 * 1024);
        Response posted = migrate(Map.of(), new MigrationFile("V1__huge.sql", huge));
        assertThat(posted.code()).isEqualTo("413 request.too-large");
        assertThat(posted.text("next")).contains("source.git", "source.directory");

        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("V1__huge.sql"), huge);
        Response read = service.post(
                "/api/databases/" + database + "/migrate",
                Map.of("source", Map.of("directory", migrations.toString())));
        assertThat(read.code()).isEqualTo("413 migration.source.too-large");
        assertThat(read.text("detail")).contains("V1__huge.sql has 52428800 bytes");

        try (GitProject project = GitProject.in(folder.resolve("shop"))) {
            project.write("V1__huge.sql", huge).commit();
            Response fromGit = service.post(
                    "/api/databases/" + database + "/migrate",
                    Map.of(
                            "source",
                            Map.of("git", Map.of("repository", project.folder().toString()))));
            assertThat(fromGit.code()).isEqualTo("413 migration.source.too-large");
            assertThat(fromGit.text("detail")).contains("V1__huge.sql has 52428800 bytes");
        }
        assertThat(migrate(Map.of("dryRun", true), new MigrationFile("V1__large.sql", "-- " + "x".repeat(3_000_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void neverShowsASecret() {
        Response refused = service.post(
                "/api/databases",
                Map.of("name", database, "environment", "staging", "url", target + "&password=geheim"));
        assertThat(refused.code()).isEqualTo("400 migration.secret-in-url");
        assertThat(refused.body().toString()).doesNotContain("geheim");
        service.post(
                "/api/databases",
                Map.of(
                        "name",
                        database,
                        "environment",
                        "staging",
                        "url",
                        target,
                        "credentials",
                        Map.of("user", "nobody", "password", "env:NOT_SET_ANYWHERE")));
        Response missing = migrate(Map.of(), CREATE);
        assertThat(missing.code()).isEqualTo("422 migration.password-missing");
    }
}
