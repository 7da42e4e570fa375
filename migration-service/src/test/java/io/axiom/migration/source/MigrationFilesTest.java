package io.axiom.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.migration.source.Migration.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFilesTest {

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text);
    }

    private static MigrationSet read(SourceFile... files) {
        return MigrationFiles.read(Arrays.asList(files), SourceOptions.DEFAULT);
    }

    @Test
    void frontMatterAndSectionsAreRead() {
        Migration migration = read(
                        file("init.sql", "-- ---\n-- id: init\n-- version: 0.9\n-- ---\ncreate table a (id int);"),
                        file("orders.sql", """
                                -- ---
                                -- id: create-orders
                                -- version: 1.1.0
                                -- name: "Orders: first cut"
                                -- depends:
                                --   - init
                                -- type: data
                                -- transactional: false
                                -- ---
                                -- Some remark
                                -- up
                                create table orders (id bigint);
                                -- down
                                drop table orders;
                                """))
                .migrations()
                .getLast();

        assertThat(migration.id()).isEqualTo("create-orders");
        assertThat(migration.version()).isEqualTo(new MigrationVersion("1.1"));
        assertThat(migration.name()).isEqualTo("Orders: first cut");
        assertThat(migration.depends()).containsExactly("init");
        assertThat(migration.type()).isEqualTo(Type.DATA);
        assertThat(migration.transactional()).isFalse();
        assertThat(migration.up().text()).isEqualTo("create table orders (id bigint);\n");
        assertThat(migration.up().firstLine()).isEqualTo(12);
        assertThat(migration.down()).isEqualTo(Section.of("drop table orders;\n", 14));
    }

    @Test
    void dataMigrationsSayHowTheyGoThroughATable() {
        assertThat(read(file("1.sql", """
                        -- ---
                        -- type: data
                        -- batch-table: app.orders
                        -- batch-key: id
                        -- batch-size: 5000
                        -- batch-pause: 20ms
                        -- max-replication-lag: 2s
                        -- ---
                        update app.orders set total = 0 where id between :from and :to;
                        """)).migrations().getFirst().batches())
                .isEqualTo(new Batches("app.orders", "id", 5_000, Duration.ofMillis(20), Duration.ofSeconds(2)));
        assertThat(read(file("1.sql", "---\ntype: data\nbatch-table: t\nbatch-key: id\n---\n"))
                        .migrations()
                        .getFirst()
                        .batches())
                .isEqualTo(Batches.of("t", "id", Batches.DEFAULT_SIZE));
    }

    @Test
    void batchesThatMeanNothingAreRefused() {
        String data = "---\nversion: 1\ntype: data\nbatch-table: t\nbatch-key: id\n";
        assertRefused(
                "front-matter",
                "batch-size is said, but the type is schema",
                file("a.sql", "---\nversion: 1\nbatch-size: 5\n---\n"));
        assertRefused(
                "front-matter",
                "a.sql:5: batch-key is missing",
                file("a.sql", "---\nversion: 1\ntype: data\nbatch-table: t\n---\n"));
        assertRefused("front-matter", "batch-size is '0'", file("a.sql", data + "batch-size: 0\n---\n"));
        assertRefused("front-matter", "batch-size is '1000001'", file("a.sql", data + "batch-size: 1000001\n---\n"));
        assertRefused("front-matter", "batch-pause is 'soon'", file("a.sql", data + "batch-pause: soon\n---\n"));
        assertRefused("front-matter", "batch-pause is '11m'", file("a.sql", data + "batch-pause: 11m\n---\n"));
        assertRefused(
                "front-matter",
                "batch-table is 't; drop table t'",
                file("a.sql", data.replace("table: t", "table: t; drop table t") + "---\n"));
    }

    @Test
    void idAndVersionComeFromTheFilesNameWhereTheyAreNotSaid() {
        Migration migration = read(file(
                        "001_create_users.sql", "create table users (id bigint);\n-- down\ndrop table users;"))
                .migrations()
                .getFirst();

        assertThat(migration.id()).isEqualTo("001_create_users");
        assertThat(migration.version()).hasToString("001");
        assertThat(migration.name()).isEqualTo("001 create users");
        assertThat(migration.down()).isNotNull();
    }

    @Test
    void flywayFoldersAreReadAsTheyAre() {
        MigrationSet set = read(
                file("V1__First.sql", "select 1"),
                file("V10__Tenth.sql", "select 10"),
                file("V2_1__Second.sql", "create index concurrently i on t (a)"),
                file("V2_1__Second.sql.conf", "executeInTransaction = false"),
                file("U10__Tenth.sql", "select -10"),
                file("R__Views.sql", "create or replace view v as select '${env}'".replace("${env}", "x")),
                file("beforeMigrate.sql", "select 0"),
                file("afterEachMigrate__log.sql", "select 0"),
                file("readme.txt", "read me"));

        assertThat(set.migrations()).extracting(Migration::id).containsExactly("1", "2_1", "10", "R Views");
        assertThat(set.migrations()).extracting(Migration::name).containsExactly("First", "Second", "Tenth", "Views");
        assertThat(set.migrations().get(1).transactional()).isFalse();
        assertThat(set.migrations().get(2).depends()).containsExactly("2_1");
        assertThat(set.migrations().get(2).down()).isEqualTo(Section.of("select -10", 1));
        assertThat(set.migrations().getLast().repeatable()).isTrue();
        assertThat(set.ignored())
                .extracting(MigrationSet.Ignored::file)
                .containsExactly("afterEachMigrate__log.sql", "beforeMigrate.sql", "readme.txt");
    }

    @Test
    void flywaysNamingCanBeAnother() {
        SourceOptions options = new SourceOptions(
                new FlywayNaming("M", "", "Repeat", "-", List.of(".ddl", ".sql")), Map.of("schema", "app"), true);

        MigrationSet set = MigrationFiles.read(
                List.of(file("M3-three.ddl", "create table ${schema}.t (a int)"), file("Repeat-all.sql", "select 1")),
                options);

        assertThat(set.migrations()).extracting(Migration::name).containsExactly("three", "all");
        assertThat(set.migrations().getFirst().up().text()).isEqualTo("create table app.t (a int)");
    }

    @Test
    void whatIsWrongIsSaidWithFileAndLine() {
        assertRefused(
                "front-matter",
                "a.sql:3: 'depend' is not a key",
                file("a.sql", "-- ---\n-- id: a\n-- depend: b\n-- ---\n"));
        assertRefused("front-matter", "a.sql:1: the front matter has no end", file("a.sql", "-- ---\n-- id: a\n"));
        assertRefused("front-matter", "type is 'both'", file("a.sql", "---\nversion: 1\ntype: both\n---\n"));
        assertRefused("section", "a.sql:3: a second section 'down'", file("a.sql", "-- down\nselect 1\n-- down\n"));
        assertRefused("section", "a.sql:1: there is SQL before", file("a.sql", "select 1;\n-- up\nselect 2;"));
        assertRefused("version", "no version", file("a.sql", "select 1"));
        assertRefused("version", "V__x.sql:1: '' in the file's name", file("V__x.sql", "select 1"));
        assertRefused("duplicate-version", "V01__b.sql and V1__a.sql", file("V1__a.sql", ""), file("V01__b.sql", ""));
        assertRefused("undo-without-migration", "U3__x.sql", file("U3__x.sql", ""));
        assertRefused(
                "placeholder",
                "V1__x.sql:2: no value for the placeholder ${who}",
                file("V1__x.sql", "\nselect '${who}'"));
        assertRefused(
                "duplicate-id",
                "have the same id 'a'",
                file("1.sql", "-- ---\n-- id: a\n-- ---\n"),
                file("2.sql", "-- ---\n-- id: a\n-- ---\n"));
    }

    private static void assertRefused(String code, String words, SourceFile... files) {
        assertThatThrownBy(() -> read(files))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("migration.source." + code + ": ")
                .hasMessageContaining(words);
    }

    @Test
    void namesThatLeaveTheFolderAreRefused() {
        for (String name : List.of("../a.sql", "a/b.sql", "a\\b.sql", "..", "", "a\nb.sql", "x".repeat(256))) {
            assertThatThrownBy(() -> file(name, ""))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("migration.source.name");
        }
    }

    @Test
    void otherEncodingsAreRefusedWithTheirPlace() {
        byte[] latin = "select 1;\nselect 'é'".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "\uFEFFselect 1".getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> SourceFile.of("V1__x.sql", latin))
                .hasMessageContaining("V1__x.sql:2: byte 18 is not UTF-8");
        assertThatThrownBy(() -> SourceFile.of("V1__x.sql", wide)).hasMessageContaining("UTF-16");
        assertThat(SourceFile.of("a.sql", "\uFEFFselect 'é'".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("select 'é'");
    }

    @Test
    void filesThatAreTooLargeAreRefused() {
        assertThatThrownBy(() -> SourceFile.of("big.sql", new byte[SourceFile.LARGEST + 1]))
                .hasMessageContaining("migration.source.too-large");
    }

    @Test
    void directoriesAreReadWithoutFollowingLinks(@TempDir Path root) throws Exception {
        Path folder = Files.createDirectories(root.resolve("migrations/deep"));
        Files.writeString(folder.resolve("V1__a.sql"), "select 1");
        Files.writeString(root.resolve("secret.sql"), "select 2");
        Files.createSymbolicLink(folder.resolve("V2__b.sql"), root.resolve("secret.sql"));

        assertThat(MigrationDirectory.read(root.resolve("migrations")))
                .extracting(SourceFile::name)
                .containsExactly("V1__a.sql");
        assertThatThrownBy(() -> MigrationDirectory.read(root.resolve("nowhere")))
                .hasMessageContaining("migration.source.unreadable");
    }
}
