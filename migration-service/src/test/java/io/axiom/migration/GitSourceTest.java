package io.axiom.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.GitFolder;
import io.axiom.language.migration.MigrationSource;
import io.axiom.migration.MigrationService.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Migrations from a folder of a Git repository, through the running service. */
class GitSourceTest {
    private static final String CREATE = "CREATE TABLE orders (id integer PRIMARY KEY, customer text NOT NULL);";
    private static final String STATUS = "ALTER TABLE orders ADD COLUMN status text;";

    private final MigrationService service = MigrationService.shared();
    private final String database = "git-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private GitProject project;

    @BeforeEach
    void register() {
        project = GitProject.in(folder.resolve("shop"));
        String url = "jdbc:sqlite:" + folder.resolve("orders.db");
        assertThat(service.post("/api/databases", Map.of("name", database, "environment", "staging", "url", url))
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void close() {
        project.close();
    }

    private static MigrationSource source(String repository, String revision, String path) {
        return new MigrationSource(null, new GitFolder(repository, revision, path), null, null);
    }

    private Response migrate(Map<String, ?> more, MigrationSource source) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("source", source);
        return service.post("/api/databases/" + database + "/migrate", body);
    }

    private Response migrate(Map<String, ?> more, String revision) {
        return migrate(more, source(project.folder().toString(), revision, "db/migrations"));
    }

    private Response ended(Response begun) {
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        Response run = service.ended(database, begun.text("runId"));
        assertThat(run.text("status")).as(run.body().toString()).isEqualTo("completed");
        return run;
    }

    private static String commit(Response response) {
        return response.body().path("source").path("git").path("commit").asString("");
    }

    @Test
    void aTagABranchAndACommitAreMigratedToAndTheCommitIsKnownForEver() {
        String first = project.write("db/migrations/V1__create.sql", CREATE).commit();
        project.tag("v1.0", first);
        String second = project.write("db/migrations/V2__status.sql", STATUS).commit();
        String third = project.write("db/migrations/V3__index.sql", "CREATE INDEX orders_status ON orders (status);")
                .commit();

        Response plan = migrate(Map.of("dryRun", true), "v1.0");
        assertThat(plan.texts("migrations", "migrationId")).containsExactly("1");
        assertThat(commit(plan)).isEqualTo(first);

        Response run = ended(migrate(Map.of("planHash", plan.text("planHash")), "v1.0"));
        JsonNode git = run.body().path("source").path("git");
        assertThat(git.path("commit").asString("")).isEqualTo(first);
        assertThat(git.path("revision").asString("")).isEqualTo("v1.0");
        assertThat(git.path("repository").asString(""))
                .isEqualTo(project.folder().toString());
        assertThat(git.path("path").asString("")).isEqualTo("db/migrations");
        assertThat(service.lastEvent(database, "migration.MigrationPlanned.v1")
                        .path("source")
                        .path("git"))
                .isEqualTo(git);

        assertThat(commit(ended(migrate(Map.of(), second.substring(0, 10))))).isEqualTo(second);
        assertThat(commit(ended(migrate(Map.of(), "main")))).isEqualTo(third);
        assertThat(service.get("/api/databases/" + database).text("version")).isEqualTo("3");

        Response back =
                service.post("/api/databases/" + database + "/rollback", Map.of("last", 1, "reason", "not needed yet"));
        assertThat(ended(back).body().has("source")).isFalse();
    }

    @Test
    void whatTheBranchBecameAfterThePlanRunsOnlyWhereItIsTheSame() {
        project.write("db/migrations/V1__create.sql", CREATE).commit();
        String hash = migrate(Map.of("dryRun", true), "main").text("planHash");

        project.write("db/migrations/V1__create.sql", CREATE + STATUS).commit();
        assertThat(migrate(Map.of("planHash", hash), "main").code()).isEqualTo("409 migration.plan-changed");

        String third = project.write("db/migrations/V1__create.sql", CREATE)
                .write("readme.md", "Another file was changed.")
                .commit();
        assertThat(commit(ended(migrate(Map.of("planHash", hash), "main")))).isEqualTo(third);
    }

    @Test
    void commandsOverKafkaReadGitToo() throws Exception {
        String commit = project.write("V1__create.sql", CREATE).commit();
        String commandId = UUID.randomUUID().toString();
        MigrationSource source =
                new MigrationSource(null, new GitFolder("file://" + project.folder(), null, null), null, null);
        service.sendOverKafka(commandId, new Migrate(database, source, null, null, null, null));

        Response run = service.ended(database, "run-" + commandId);
        assertThat(run.text("status")).as(run.body().toString()).isEqualTo("completed");
        assertThat(commit(run)).isEqualTo(commit);
    }

    @Test
    void baselinesAndRepairsReadGitToo() {
        project.write("db/V1__create.sql", CREATE).commit();
        MigrationSource source = source(project.folder().toString(), "main", "db");
        assertThat(service.post(
                                "/api/databases/" + database + "/baseline",
                                Map.of("source", source, "reason", "applied by hand"))
                        .status())
                .isEqualTo(200);
        project.write("db/V1__create.sql", CREATE + " -- for the report").commit();
        assertThat(migrate(Map.of(), source).code()).isEqualTo("409 migration.changed");
        assertThat(service.post(
                                "/api/databases/" + database + "/migrations/1/repair",
                                Map.of("source", source, "reason", "only a comment"))
                        .status())
                .isEqualTo(200);
        assertThat(migrate(Map.of(), source).text("migrations")).isEqualTo("0");
    }

    @Test
    void whatCannotBeReadIsSaidWithACodeOfItsOwn() throws Exception {
        project.write("db/migrations/V1__create.sql", CREATE).commit();
        String shop = project.folder().toString();

        assertThat(migrate(Map.of(), "v9").code()).isEqualTo("422 git.ref-not-found");
        assertThat(migrate(Map.of(), "main~1").code()).isEqualTo("422 git.ref-not-found");
        assertThat(migrate(Map.of(), source(shop, "main", "db/other")).code())
                .isEqualTo("400 migration.source.unreadable");
        assertThat(migrate(Map.of(), source(shop, "main", "../../etc")).code()).isEqualTo("400 migration.source.path");
        assertThat(migrate(Map.of(), source(folder.resolve("none").toString(), "main", "db"))
                        .code())
                .isEqualTo("422 git.not-found");
        assertThat(migrate(
                                Map.of(),
                                source(
                                        Files.createDirectory(folder.resolve("no-git"))
                                                .toString(),
                                        "main",
                                        "db"))
                        .code())
                .isEqualTo("422 git.not-found");
        assertThat(migrate(Map.of(), source("shop", "main", "db")).code()).isEqualTo("400 git.location-invalid");
        assertThat(migrate(Map.of(), source("ext::sh -c id", "main", "db")).code())
                .isEqualTo("400 git.scheme-refused");
        assertThat(migrate(Map.of(), source("ssh://git@127.0.0.1:1/shop", "main", "db"))
                        .code())
                .isEqualTo("400 git.scheme-refused");
        assertThat(migrate(Map.of(), new MigrationSource("/srv", new GitFolder(shop, null, null), null, null))
                        .code())
                .isEqualTo("400 migration.source.invalid");
        assertThat(service.post(
                                "/api/databases/" + database + "/migrate",
                                Map.of("source", Map.of("git", Map.of("revision", "main"))))
                        .code())
                .isEqualTo("400 request.invalid");
    }

    @Test
    void aTokenInAUrlIsNeverShown() {
        Response refused = migrate(Map.of(), source("https://ann:geheim@127.0.0.1:1/shop.git", "main", "db"));
        assertThat(refused.code()).isEqualTo("503 git.unreachable");
        assertThat(refused.body().toString()).contains("127.0.0.1").doesNotContain("geheim");
    }
}
