package io.axiom.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.migration.source.Migration.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MigrationGraphProperties {
    private static Migration migration(String id, String version, String... depends) {
        return new Migration(
                id,
                new MigrationVersion(version),
                id,
                Type.SCHEMA,
                List.of(depends),
                true,
                false,
                Section.of("", 1),
                null,
                null,
                id + ".sql");
    }

    private static List<Migration> random(Random random) {
        List<Migration> migrations = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<String> depends = new ArrayList<>();
            for (int j = 0; j < i && depends.size() < 3; j++) {
                if (random.nextInt(8) == 0) {
                    depends.add("m" + j);
                }
            }
            migrations.add(migration("m" + i, Integer.toString(random.nextInt(10)), depends.toArray(String[]::new)));
        }
        return migrations;
    }

    @Property(tries = 200)
    void everyMigrationComesAfterWhatItNeedsInAnyListing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Migration> migrations = random(random);
        List<Migration> order = MigrationGraph.of(migrations).order();
        Collections.shuffle(migrations, random);

        assertThat(MigrationGraph.of(migrations).order()).isEqualTo(order);
        List<String> done = new ArrayList<>();
        for (Migration migration : order) {
            assertThat(done).containsAll(migration.depends());
            done.add(migration.id());
        }
    }

    @Example
    void versionsDecideWhereDependenciesDoNot() {
        assertThat(MigrationGraph.of(List.of(migration("b", "1.10"), migration("a", "1.9"), migration("c", "1", "b")))
                        .order())
                .extracting(Migration::id)
                .containsExactly("a", "b", "c");
    }

    @Example
    void cyclesAreShown() {
        List<Migration> migrations = List.of(
                migration("x", "1", "a"), migration("a", "1", "b"), migration("b", "1", "c"), migration("c", "1", "a"));

        assertThatThrownBy(() -> MigrationGraph.of(migrations))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("migration.source.dependency-cycle")
                .hasMessageContaining("a → b → c → a");
    }

    @Example
    void missingOnesAreNamedWithAGuess() {
        assertThatThrownBy(() -> MigrationGraph.of(List.of(migration("a", "1"), migration("b", "2", "A"))))
                .hasMessageContaining("migration.source.missing-dependency")
                .hasMessageContaining("'b' needs 'A', which is not there (did you mean 'a'?)");
    }

    @Example
    void dependenciesAndDependentsAreFound() {
        MigrationGraph graph = MigrationGraph.of(
                List.of(migration("a", "1"), migration("b", "2", "a"), migration("c", "3", "b"), migration("d", "4")));

        assertThat(graph.withDependencies("c")).extracting(Migration::id).containsExactly("a", "b", "c");
        assertThat(graph.withDependents("a")).extracting(Migration::id).containsExactly("c", "b", "a");
    }

    @Example
    void longChainsAndLongCyclesAreAnswered() {
        List<Migration> chain = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            chain.add(migration("m" + i, "1", i == 0 ? new String[0] : new String[] {"m" + (i - 1)}));
        }
        assertThat(MigrationGraph.of(chain).order()).hasSize(20_000);

        chain.set(0, migration("m0", "1", "m19999"));
        assertThatThrownBy(() -> MigrationGraph.of(chain)).hasMessageContaining("20000 in all");
    }

    @Property(tries = 300)
    void versionsHaveATotalOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<MigrationVersion> versions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String[] parts = {"0", "00", "1", "01", "10", "2", "a", "1a"};
            versions.add(new MigrationVersion(
                    "1" + "._-".charAt(random.nextInt(3)) + parts[random.nextInt(8)] + "." + parts[random.nextInt(8)]));
        }
        MigrationVersion a = versions.get(0);
        MigrationVersion b = versions.get(1);
        MigrationVersion c = versions.get(2);

        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) > 0 || b.compareTo(c) > 0 || a.compareTo(c) <= 0)
                .isTrue();
        assertThat(!a.equals(b) || a.hashCode() == b.hashCode()).isTrue();
    }
}
