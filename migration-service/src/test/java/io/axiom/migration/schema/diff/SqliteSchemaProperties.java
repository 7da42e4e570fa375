package io.axiom.migration.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.migration.Databases;
import io.axiom.migration.schema.Snapshot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SqliteSchemaProperties {
    @Property(tries = 150)
    void anySchemaIsReachedFromAnyOtherAndBack(@ForAll("schemas") String one, @ForAll("schemas") String other) {
        Snapshot from = Scratch.schema(Databases.sqlite(), one);
        Snapshot to = Scratch.schema(Databases.sqlite(), other);
        try (Scratch scratch = Scratch.on(Databases.sqlite())) {
            scratch.build(from);
            SchemaDiff.between(from, to).statements().forEach(scratch::apply);
            assertThat(SchemaDiff.between(scratch.snapshot(), to).differences()).isEmpty();

            SchemaDiff.between(scratch.snapshot(), from).statements().forEach(scratch::apply);
            assertThat(SchemaDiff.between(scratch.snapshot(), from).differences())
                    .isEmpty();
        }
    }

    @Property(tries = 100)
    void aSchemaDoesNotDifferFromItselfAndItsTextCanBeReadAgain(@ForAll("schemas") String script) {
        Snapshot schema = Scratch.schema(Databases.sqlite(), script);

        assertThat(SchemaDiff.between(schema, schema).same()).isTrue();
        assertThat(Snapshot.fromJson(schema.json())).isEqualTo(schema);
    }

    @Provide
    Arbitrary<String> schemas() {
        Arbitrary<String> type = Arbitraries.of("INTEGER", "TEXT", "NUMERIC(8, 2)", "BLOB", "");
        Arbitrary<String> extra = Arbitraries.of(
                "", "NOT NULL", "DEFAULT 'a, (b'", "UNIQUE", "CHECK (1 > 0)", "COLLATE NOCASE", "DEFAULT (1 + 1)");
        Arbitrary<List<String>> names = Arbitraries.shuffle("a", "b", "\"odd name\"", "[c]", "d");
        Arbitrary<List<String>> columns = Combinators.combine(
                        names,
                        type.list().ofSize(5),
                        extra.list().ofSize(5),
                        Arbitraries.integers().between(1, 5))
                .as((order, types, extras, count) -> IntStream.range(0, count)
                        .mapToObj(i -> order.get(i) + ' ' + types.get(i) + ' ' + extras.get(i))
                        .toList());
        return columns.list()
                .ofMaxSize(3)
                .map(tables -> IntStream.range(0, tables.size())
                        .mapToObj(i -> "CREATE TABLE t" + i + " (" + String.join(", ", tables.get(i)) + ");"
                                + (i % 2 == 0
                                        ? "CREATE INDEX i" + i + " ON t" + i + " (1);"
                                        : "CREATE VIEW v" + i + " AS SELECT * FROM t" + i + ";"))
                        .collect(Collectors.joining("\n")));
    }
}
