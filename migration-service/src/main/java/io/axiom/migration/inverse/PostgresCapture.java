package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps every row that is inserted, updated or deleted in one table, by triggers that live as long as the statement. Old and
 * new values are kept as text: the text of every type can be read back, and the copy depends on no type.
 */
final class PostgresCapture {
    /** Under which values are written and read as text, so that they come back as they were. */
    static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "datestyle", "ISO, YMD",
            "intervalstyle", "postgres",
            "timezone", "UTC",
            "extra_float_digits", "1",
            "bytea_output", "hex"));

    private final List<SchemaObject> columns;
    private final String table;
    private final String kept;

    PostgresCapture(SortedMap<ObjectId, SchemaObject> index, ObjectId table, String kept) {
        this.columns = PostgresRows.stored(index, table);
        this.table = PostgresRows.name(table);
        this.kept = kept;
    }

    void install(Keep keep) {
        String olds = list(i -> "o" + i);
        String news = list(i -> "n" + i);
        keep.before.add("CREATE TABLE " + kept + " (seq bigint GENERATED ALWAYS AS IDENTITY, op text"
                + range(i -> ", o" + i + " text, n" + i + " text") + ")");
        String settings = SETTINGS.entrySet().stream()
                .map(entry -> " SET " + entry.getKey() + " = " + Engine.POSTGRESQL.literal(entry.getValue()))
                .collect(Collectors.joining());
        // datestyle is a list, not one text.
        String plain = settings.replace("'ISO, YMD'", "ISO, YMD");
        keep.before.add("CREATE FUNCTION " + kept + "() RETURNS trigger LANGUAGE plpgsql" + plain + " AS $keep$ BEGIN\n"
                + "  IF TG_OP = 'INSERT' THEN INSERT INTO " + kept + " (op, " + news + ") VALUES ('I', "
                + values("NEW.")
                + ");\n  ELSIF TG_OP = 'UPDATE' THEN IF OLD::text IS DISTINCT FROM NEW::text THEN INSERT INTO " + kept
                + " (op, " + olds
                + ", " + news + ") VALUES ('U', " + values("OLD.") + ", " + values("NEW.")
                + "); END IF;\n  ELSIF TG_OP = 'DELETE' THEN INSERT INTO " + kept + " (op, " + olds + ") VALUES ('D', "
                + values("OLD.") + ");\n  ELSE INSERT INTO " + kept + " (op, " + olds + ") SELECT 'D', " + values("")
                + " FROM " + table + ";\n  END IF;\n  RETURN NULL;\nEND $keep$");
        keep.before.add("CREATE TRIGGER axiom_keep AFTER INSERT OR UPDATE OR DELETE ON " + table
                + " FOR EACH ROW EXECUTE FUNCTION " + kept + "()");
        keep.before.add("CREATE TRIGGER axiom_keep_all BEFORE TRUNCATE ON " + table
                + " FOR EACH STATEMENT EXECUTE FUNCTION " + kept + "()");
        keep.after.add("DROP FUNCTION " + kept + "() CASCADE");
        keep.release.add("DROP TABLE IF EXISTS " + kept);
    }

    private String list(Function<Integer, String> part) {
        return IntStream.range(0, columns.size()).boxed().map(part).collect(Collectors.joining(", "));
    }

    private String range(Function<Integer, String> part) {
        return IntStream.range(0, columns.size()).boxed().map(part).collect(Collectors.joining());
    }

    private String values(String row) {
        return columns.stream()
                .map(column -> row + PostgresRows.word(column.id().name()) + "::text")
                .collect(Collectors.joining(", "));
    }

    /** Puts back what the captures just installed have kept: deleted rows, then old values, then away with inserted rows. */
    static void bringBack(SortedMap<ObjectId, SchemaObject> index, List<ObjectId> tables, Keep keep) {
        List<String> inserts = new ArrayList<>();
        List<String> updates = new ArrayList<>();
        List<String> deletes = new ArrayList<>();
        List<String> copies = keep.release.stream()
                .distinct()
                .map(drop -> drop.substring("DROP TABLE IF EXISTS ".length()))
                .toList();
        List<String> latest = copies.subList(copies.size() - tables.size(), copies.size());
        List<ObjectId> parentsFirst = ParentsFirst.order(index, tables);
        for (ObjectId table : parentsFirst) {
            PostgresCapture capture = new PostgresCapture(index, table, latest.get(tables.indexOf(table)));
            List<SchemaObject> key = PostgresRows.key(index, table);
            inserts.add(capture.insert());
            if (capture.changeable().findAny().isPresent()) {
                updates.add(key.isEmpty() ? capture.oneByOne("U") : capture.update(key));
            }
            deletes.addFirst(key.isEmpty() ? capture.oneByOne("I") : capture.delete(key));
        }
        List<String> all = new ArrayList<>(inserts);
        all.addAll(updates);
        all.addAll(deletes);
        keep.afterwards.add(PostgresRows.quietly(tables, all.toArray(String[]::new)));
    }

    /** No statement but an INSERT sets GENERATED ALWAYS AS IDENTITY. */
    private Stream<SchemaObject> changeable() {
        return columns.stream().filter(column -> !column.text(Property.IDENTITY).equals("ALWAYS"));
    }

    private String cast(String prefix, SchemaObject column) {
        return prefix + columns.indexOf(column) + "::" + column.text(Property.TYPE);
    }

    private String insert() {
        return "INSERT INTO " + table + " (" + PostgresRows.names(columns) + ") OVERRIDING SYSTEM VALUE SELECT "
                + columns.stream().map(column -> cast("o", column)).collect(Collectors.joining(", ")) + " FROM " + kept
                + " WHERE op = 'D' ORDER BY seq";
    }

    /** A value that a program changed since keeps the program's. */
    private String update(List<SchemaObject> key) {
        String set = changeable()
                .map(column -> {
                    String name = PostgresRows.word(column.id().name());
                    int i = columns.indexOf(column);
                    return name + " = CASE WHEN k.o" + i + " IS DISTINCT FROM k.n" + i + " AND t." + name
                            + "::text IS NOT DISTINCT FROM k.n" + i + " THEN k." + cast("o", column) + " ELSE t." + name
                            + " END";
                })
                .collect(Collectors.joining(", "));
        // A row changed several times: its oldest values against its newest.
        String firsts =
                key.stream().map(column -> "n" + columns.indexOf(column)).collect(Collectors.joining(", "));
        String values = range(i -> ", (array_agg(o" + i + " ORDER BY seq))[1] AS o" + i
                + (key.contains(columns.get(i)) ? "" : ", (array_agg(n" + i + " ORDER BY seq DESC))[1] AS n" + i));
        return "UPDATE " + table + " t SET " + set + " FROM (SELECT " + firsts + values + " FROM " + kept
                + " WHERE op = 'U' GROUP BY " + firsts + ") k WHERE " + match(key, "k.");
    }

    private String delete(List<SchemaObject> key) {
        return "DELETE FROM " + table + " t USING " + kept + " k WHERE k.op = 'I' AND " + match(key, "k.");
    }

    private String match(List<SchemaObject> key, String row) {
        return key.stream()
                .map(column -> "t." + PostgresRows.word(column.id().name()) + " = " + cast(row + "n", column))
                .collect(Collectors.joining(" AND "));
    }

    /** Without a key: the rows are told apart by all they hold, one kept row for one row of the table, newest first. */
    private String oneByOne(String op) {
        String same = columns.stream()
                .map(column -> "t." + PostgresRows.word(column.id().name()) + "::text IS NOT DISTINCT FROM r.n"
                        + columns.indexOf(column))
                .collect(Collectors.joining(" AND "));
        String where = " WHERE ctid = (SELECT t.ctid FROM " + table + " t WHERE " + same + " LIMIT 1)";
        String action = op.equals("I")
                ? "DELETE FROM " + table + where
                : "UPDATE " + table + " SET "
                        + changeable()
                                .map(column -> PostgresRows.word(column.id().name()) + " = r." + cast("o", column))
                                .collect(Collectors.joining(", "))
                        + where;
        return "DECLARE r record; BEGIN FOR r IN SELECT * FROM " + kept + " WHERE op = '" + op
                + "' ORDER BY seq DESC LOOP " + action + "; END LOOP; END";
    }
}
