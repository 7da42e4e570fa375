package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.source.Batches;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a key is written into a statement.
 *
 * @param number as a number, without quotes
 * @param cast PostgreSQL's name of the type; empty for the others
 */
record KeyType(Engine engine, boolean number, String cast) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern NUMERIC =
            Pattern.compile("(?:tiny|small|medium|big)?int.*|integer|numeric|decimal.*|real");

    static KeyType of(Target target, Batches batches) {
        Engine engine = target.sql().engine();
        String query = switch (engine) {
            case POSTGRESQL ->
                "SELECT format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = "
                        + engine.literal(batches.table()) + "::regclass AND attname = (parse_ident("
                        + engine.literal(batches.key()) + "))[1]";
            case MARIADB ->
                "SELECT data_type AS type FROM information_schema.columns WHERE table_schema = "
                        + schema(batches.table()) + " AND table_name = " + engine.literal(last(batches.table()))
                        + " AND column_name = " + engine.literal(last(batches.key()));
            case SQLITE ->
                "SELECT DISTINCT typeof(" + batches.key() + ") AS type FROM (SELECT " + batches.key() + " FROM "
                        + batches.table() + " LIMIT 1)";
        };
        List<Row> found = target.query(query);
        String type = found.isEmpty() ? "" : found.getFirst().text("type");
        return new KeyType(engine, NUMERIC.matcher(type).matches(), engine == Engine.POSTGRESQL ? type : "");
    }

    private static String last(String path) {
        return bare(path.substring(path.lastIndexOf('.') + 1));
    }

    private static String schema(String path) {
        int point = path.lastIndexOf('.');
        return point < 0 ? "DATABASE()" : Engine.MARIADB.literal(bare(path.substring(0, point)));
    }

    private static String bare(String name) {
        return name.startsWith("`") || name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }

    String literal(String value) {
        if (number && NUMBER.matcher(value).matches()) {
            return value;
        }
        return cast.isEmpty() ? engine.literal(value) : "CAST(" + engine.literal(value) + " AS " + cast + ")";
    }
}
