package io.axiom.version.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.language.migration.GitFolder;
import io.axiom.language.migration.MigrationFile;
import io.axiom.language.migration.MigrationSource;
import io.axiom.language.migration.SchemaLevel;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.RunSpec.Artifact;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunRulesTest {
    private static final List<String> PROGRAM = List.of("/bin/agent", "--port", "${PORT}");

    private static final MigrationSource FOLDER = new MigrationSource("/opt/shop/migrations", null, null);

    @Test
    void aWholeSpecificationIsFine() {
        RunSpec run = new RunSpec(
                PROGRAM, "/srv/agent", Map.of("LOG_LEVEL", "debug"), new Artifact("/opt/agent.jar", "0a".repeat(32)));

        assertThatCode(() -> RunRules.check(run)).doesNotThrowAnyException();
        assertThatCode(() -> RunRules.check(null)).doesNotThrowAnyException();
    }

    private static RunSpec needs(String database, String level, MigrationSource source) {
        return new RunSpec(PROGRAM, null, Map.of(), null, List.of(new SchemaLevel(database, level, source)));
    }

    private static MigrationSource posted() {
        return new MigrationSource(null, List.of(new MigrationFile("V1__a.sql", "SELECT 1")), null);
    }

    private static MigrationSource git(String repository) {
        return new MigrationSource(null, new GitFolder(repository, "v1.2", "db"), null, null);
    }

    @Test
    void schemasFromAFolderAndFromGitAreFine() {
        assertThatCode(() -> RunRules.check(needs("orders-${environment}", "7", FOLDER)))
                .doesNotThrowAnyException();
        assertThatCode(() -> RunRules.check(needs("orders", "add-status", git("https://example.org/shop.git"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> RunRules.check(needs("orders", "7", git("/srv/git/shop"))))
                .doesNotThrowAnyException();
    }

    @Test
    void noTokenStaysInAVersion() {
        assertThatThrownBy(() -> RunRules.check(needs("orders", "7", git("https://ada:secret@example.org/shop.git"))))
                .isInstanceOfSatisfying(RejectedException.class, refused -> {
                    assertThat(refused.rejection().code()).isEqualTo("git.credentials");
                    assertThat(refused.rejection().toString()).doesNotContain("secret");
                });
    }

    static Stream<Named<RunSpec>> faulty() {
        return Stream.of(
                Named.of("no program", RunSpec.of()),
                Named.of("blank program", RunSpec.of(" ")),
                Named.of("NUL in an argument", RunSpec.of("sh", "a\0b")),
                Named.of("too many arguments", new RunSpec(Collections.nCopies(201, "x"), null, Map.of(), null)),
                Named.of("too long", RunSpec.of("sh", "x".repeat(65_536))),
                Named.of("relative directory", new RunSpec(PROGRAM, "srv", Map.of(), null)),
                Named.of("PORT", new RunSpec(PROGRAM, null, Map.of("PORT", "1"), null)),
                Named.of("AXIOM_*", new RunSpec(PROGRAM, null, Map.of("AXIOM_VERSION", "1"), null)),
                Named.of("name with =", new RunSpec(PROGRAM, null, Map.of("A=B", "1"), null)),
                Named.of("name with a digit first", new RunSpec(PROGRAM, null, Map.of("1A", "1"), null)),
                Named.of("no name", new RunSpec(PROGRAM, null, Map.of("", "1"), null)),
                Named.of("NUL in a value", new RunSpec(PROGRAM, null, Map.of("A", "\0"), null)),
                Named.of("long value", new RunSpec(PROGRAM, null, Map.of("A", "x".repeat(8_193)), null)),
                Named.of("relative artifact", new RunSpec(PROGRAM, null, Map.of(), new Artifact("agent.jar", null))),
                Named.of("short digest", new RunSpec(PROGRAM, null, Map.of(), new Artifact("/a.jar", "0a"))),
                Named.of("database that is no name", needs("Orders", "7", FOLDER)),
                Named.of("no level", needs("orders", " ", FOLDER)),
                Named.of("posted migrations", needs("orders", "7", posted())),
                Named.of("no place", needs("orders", "7", new MigrationSource(null, null, null))),
                Named.of("relative migrations", needs("orders", "7", new MigrationSource("db", null, null))),
                Named.of(
                        "one database twice",
                        new RunSpec(
                                PROGRAM,
                                null,
                                Map.of(),
                                null,
                                List.of(
                                        new SchemaLevel("orders", "7", FOLDER),
                                        new SchemaLevel("orders", "8", FOLDER)))),
                Named.of(
                        "upper-case digest",
                        new RunSpec(PROGRAM, null, Map.of(), new Artifact("/a.jar", "0A".repeat(32)))));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void whatCouldNotBeStartedIsRefused(RunSpec run) {
        assertThatThrownBy(() -> RunRules.check(run)).isInstanceOfSatisfying(RejectedException.class, refused -> {
            assertThat(refused.rejection().code()).isEqualTo("run.invalid");
            assertThat(refused.rejection().context().get("field")).startsWith("run.");
        });
    }

    @Test
    void valuesOfVariablesAreNotRepeated() {
        RunSpec run = new RunSpec(PROGRAM, null, Map.of("A", "hunter2\0"), null);

        assertThatThrownBy(() -> RunRules.check(run)).hasMessageNotContaining("hunter2");
    }
}
