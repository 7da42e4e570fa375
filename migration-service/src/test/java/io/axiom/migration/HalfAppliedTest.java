package io.axiom.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.infrastructure.TestInfrastructure;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.MigrationFile;
import io.axiom.language.migration.MigrationSource;
import io.axiom.migration.MigrationService.Response;
import io.axiom.migration.database.DatabaseAddress;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.plan.Housekeeping;
import io.axiom.migration.schema.Catalog;
import io.axiom.migration.schema.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of which only the first statements are in the database, where the engine cannot roll back a schema change. */
class HalfAppliedTest {
    private static final MigrationFile CREATE = new MigrationFile(
            "V1__create.sql",
            "CREATE TABLE orders (id int PRIMARY KEY, customer varchar(50) NOT NULL, n int);\n"
                    + "INSERT INTO orders VALUES (1, 'Ada', 7), (2, 'Bob', 7);");
    /** Its fourth statement is refused because of the rows there are; on a scratch database it goes through. */
    private static final MigrationFile HALF = change("CREATE UNIQUE INDEX by_n ON orders (n)");

    private final MigrationService service = MigrationService.shared();
    private final String database = "half" + UUID.randomUUID().toString().substring(0, 8);
    private DatabaseAddress address;

    @TempDir
    Path folder;

    private static MigrationFile change(String last) {
        return new MigrationFile(
                "V2__change.sql",
                "ALTER TABLE orders ADD COLUMN status varchar(20);\nUPDATE orders SET status = 'old';\n"
                        + "ALTER TABLE orders DROP COLUMN customer;\n\n" + last + ";");
    }

    @BeforeEach
    void register() throws Exception {
        address = Databases.freshMariaDb();
        Path password = folder.resolve("password");
        Files.writeString(password, address.password() + "\n");
        register(Map.of(
                "name",
                database,
                "environment",
                "staging",
                "url",
                address.url(),
                "credentials",
                Map.of("user", String.valueOf(address.user()), "password", "file:" + password)));
    }

    private void register(Map<String, ?> body) {
        assertThat(service.post("/api/databases", body).status()).isEqualTo(201);
    }

    private Response migrate(MigrationFile... files) {
        Response begun = service.post(
                "/api/databases/" + database + "/migrate",
                Map.of("source", new MigrationSource(null, List.of(files), null)));
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        return service.ended(database, begun.text("runId"));
    }

    private Response plan(MigrationFile... files) {
        return service.post(
                "/api/databases/" + database + "/migrate",
                Map.of("source", new MigrationSource(null, List.of(files), null), "dryRun", true));
    }

    private Response planBack(Map<String, ?> extent) {
        Map<String, Object> body = new java.util.HashMap<>(extent);
        body.put("dryRun", true);
        return service.post("/api/databases/" + database + "/rollback", body);
    }

    private Response rollBack(Map<String, ?> extent) {
        Map<String, Object> body = new java.util.HashMap<>(extent);
        body.put("reason", "it failed");
        Response begun = service.post("/api/databases/" + database + "/rollback", body);
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        return service.ended(database, begun.text("runId"));
    }

    private static void completed(Response run) {
        assertThat(run.text("status")).as(run.body().toString()).isEqualTo("completed");
    }

    private Snapshot schema() {
        try (SqlSession session = address.open(10)) {
            return Housekeeping.without(Catalog.read(session));
        }
    }

    private List<String> column(String query) {
        try (SqlSession session = address.open(10)) {
            return session.query(query).stream().map(row -> row.text("value")).toList();
        }
    }

    private void execute(String sql) {
        try (SqlSession session = address.open(10)) {
            session.execute(sql);
        }
    }

    private void failsAtTheFourth(Response run) {
        assertThat(run.text("status")).isEqualTo("failed");
        assertThat(run.body().path("failure").path("statement").asInt()).isEqualTo(4);
        assertThat(run.body().path("failure").path("detail").asString(""))
                .contains("V2__change.sql, line 5", "statement 4 of 4 was refused");
        assertThat(run.body().path("failure").path("state").asString(""))
                .startsWith("Statements 1 to 3 of 4 are in the database and stay. Nothing of statement 4 is.");
        assertThat(run.body().path("migrations").path(0).path("statement").asInt())
                .isEqualTo(3);
        assertThat(run.body().path("migrations").path(0).path("statements").asInt())
                .isEqualTo(4);
    }

    private void customersAreBack() {
        assertThat(column("SELECT CONCAT(id, customer) AS value FROM orders ORDER BY id"))
                .containsExactly("1Ada", "2Bob");
    }

    @Test
    void isTakenBackAsFarAsItCameWithAllThatWasDestroyed() {
        completed(migrate(CREATE));
        Snapshot before = schema();
        failsAtTheFourth(migrate(CREATE, HALF));

        Response plan = planBack(Map.of("last", 1));

        assertThat(plan.texts("migrations", "migrationId")).containsExactly("2");
        assertThat(plan.body().path("migrations").path(0).path("proven").asBoolean())
                .as(plan.body().toString())
                .isTrue();
        assertThat(plan.body().path("migrations").path(0).path("grade").asString(""))
                .isEqualTo("loses-later-data");
        assertThat(plan.body().path("migrations").path(0).path("reasons").toString())
                .contains(
                        "of its 4 statements the first 3 are applied; these are taken back", "are kept in `axiom_kept");
        completed(rollBack(Map.of("last", 1, "planHash", plan.text("planHash"))));
        assertThat(schema()).isEqualTo(before);
        customersAreBack();
        assertThat(column("SELECT status AS value FROM schema_migrations ORDER BY id"))
                .containsExactly("applied", "rolled_back");
        assertThat(column("SELECT table_name AS value FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_name LIKE 'axiom\\_kept\\_2\\_%'"))
                .isEmpty();
        assertThat(service.events(database))
                .endsWith("migration.MigrationRolledBack.v1", "migration.MigrationRunCompleted.v1");

        MigrationFile mended = change("CREATE INDEX by_n ON orders (n)");
        completed(migrate(CREATE, mended));
        completed(rollBack(Map.of("last", 1)));
        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void whatTheScratchDatabaseRefusesTooIsKeptAndTakenBack() {
        completed(migrate(CREATE));
        Snapshot before = schema();
        failsAtTheFourth(migrate(CREATE, change("ALTER TABLE nowhere ADD COLUMN x int")));

        Response plan = planBack(Map.of("migration", "2"));
        assertThat(plan.body().path("migrations").path(0).path("proven").asBoolean())
                .as(plan.body().toString())
                .isTrue();
        completed(rollBack(Map.of("migration", "2")));

        assertThat(schema()).isEqualTo(before);
        customersAreBack();
    }

    @Test
    void goesBeforeWhatWasAppliedBelowIt() {
        completed(migrate(CREATE));
        failsAtTheFourth(migrate(CREATE, HALF));

        assertThat(planBack(Map.of("last", 2)).texts("migrations", "migrationId"))
                .containsExactly("2", "1");
        assertThat(planBack(Map.of("after", "1")).texts("migrations", "migrationId"))
                .containsExactly("2");
        completed(rollBack(Map.of("last", 2)));
        assertThat(schema().objects()).isEmpty();
    }

    @Test
    void isTakenBackOverKafka() throws Exception {
        completed(migrate(CREATE));
        failsAtTheFourth(migrate(CREATE, HALF));
        String commandId = UUID.randomUUID().toString();

        service.sendOverKafka(
                commandId, new RollBackMigrations(database, 1, null, null, null, null, "it failed", null, null, null));

        completed(service.ended(database, "run-" + commandId));
        customersAreBack();
    }

    @Test
    void canBeGoneOnWithAndItsWayBackIsStillProven() {
        completed(migrate(CREATE));
        Snapshot before = schema();
        failsAtTheFourth(migrate(CREATE, HALF));
        MigrationFile mended = change("CREATE INDEX by_n ON orders (n)");

        Response plan = plan(CREATE, mended);

        assertThat(plan.body().path("migrations").path(0).path("proven").asBoolean())
                .as(plan.body().toString())
                .isTrue();
        completed(migrate(CREATE, mended));
        completed(rollBack(Map.of("last", 1)));
        assertThat(schema()).isEqualTo(before);
        customersAreBack();
    }

    @Test
    void aWayBackWrittenForTheWholeIsNotTakenForTheHalf() {
        completed(migrate(CREATE));
        Snapshot before = schema();
        MigrationFile undo = new MigrationFile(
                "U2__change.sql",
                "DROP INDEX by_n ON orders;\nALTER TABLE orders ADD COLUMN customer varchar(50) NOT NULL DEFAULT '?';\n"
                        + "ALTER TABLE orders DROP COLUMN status;");
        failsAtTheFourth(migrate(CREATE, HALF, undo));

        Response plan = planBack(Map.of("last", 1));

        assertThat(plan.body().path("refused").toString()).contains("does not bring back all data");
        completed(rollBack(Map.of("last", 1, "force", true)));
        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void aWayBackThatFailedHalfWayIsGoneToItsEnd() {
        MigrationFile two =
                new MigrationFile("V2__two.sql", "ALTER TABLE orders ADD COLUMN a int;\nCREATE TABLE other (id int);");
        completed(migrate(CREATE));
        Snapshot before = schema();
        completed(migrate(CREATE, two));
        execute("ALTER TABLE orders DROP COLUMN a");
        assertThat(rollBack(Map.of("last", 1)).text("status")).isEqualTo("failed");
        assertThat(column("SELECT status AS value FROM schema_migrations WHERE id = '2'"))
                .containsExactly("failed");
        execute("ALTER TABLE orders ADD COLUMN a int");

        completed(rollBack(Map.of("last", 1)));

        assertThat(schema()).isEqualTo(before);
    }

    @Test
    void theWayBackOfAHalfThatFailedHalfWayIsGoneToItsEnd() {
        completed(migrate(CREATE));
        Snapshot before = schema();
        failsAtTheFourth(migrate(CREATE, HALF));
        execute("ALTER TABLE orders DROP COLUMN status");
        assertThat(rollBack(Map.of("last", 1)).text("status")).isEqualTo("failed");
        execute("ALTER TABLE orders ADD COLUMN status varchar(20)");

        completed(rollBack(Map.of("last", 1)));

        assertThat(schema()).isEqualTo(before);
        customersAreBack();
    }

    @Test
    void onPostgresRowsOfTheRangesThatAreDoneAreTakenBack() {
        String url = TestInfrastructure.freshDatabase();
        String name = database + "p";
        address = DatabaseAddress.of(url);
        execute("CREATE TABLE big AS SELECT n AS id, 0 AS done FROM generate_series(1, 500) n");
        execute("ALTER TABLE big ADD PRIMARY KEY (id), ADD CHECK (done <> 333)");
        register(Map.of("name", name, "environment", "staging", "url", url));
        MigrationFile fill = new MigrationFile("fill.sql", """
                -- ---
                -- id: fill
                -- version: 1
                -- type: data
                -- batch-table: big
                -- batch-key: id
                -- batch-size: 100
                -- ---
                UPDATE big SET done = id WHERE id BETWEEN :from AND :to;
                """);
        Response begun = service.post(
                "/api/databases/" + name + "/migrate",
                Map.of("source", new MigrationSource(null, List.of(fill), null)));
        Response run = service.ended(name, begun.text("runId"));
        assertThat(run.body().path("failure").path("state").asString("")).contains("what it did to the first 300 rows");
        assertThat(column("SELECT count(*)::text AS value FROM big WHERE done = id"))
                .containsExactly("300");

        Response back = service.post("/api/databases/" + name + "/rollback", Map.of("last", 1, "reason", "wrong"));

        assertThat(back.status()).as(back.body().toString()).isEqualTo(202);
        completed(service.ended(name, back.text("runId")));
        assertThat(column("SELECT count(*)::text AS value FROM big WHERE done = 0"))
                .containsExactly("500");
        assertThat(column("SELECT count(*)::text AS value FROM pg_trigger WHERE NOT tgisinternal"))
                .containsExactly("0");
    }
}
