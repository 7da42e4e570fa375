package io.axiom.migration.inverse;

import org.jspecify.annotations.Nullable;

/** One value of each MariaDB type, different for each row. */
final class MariaDbValues {
    private MariaDbValues() {}

    static @Nullable String value(String type, int row) {
        String base = type.replaceAll("[( ].*", "");
        int open = type.indexOf('(');
        String inside = open < 0 ? "" : type.substring(open + 1, type.lastIndexOf(')'));
        return switch (base) {
            case "tinyint", "smallint", "mediumint", "int", "bigint", "year" ->
                base.equals("year") ? "200" + row : Integer.toString(row);
            case "decimal" -> inside.endsWith(",0") ? Integer.toString(row) : row + ".5";
            case "float", "double" -> row + ".5";
            case "char", "varchar" -> {
                int length = Integer.parseInt(inside);
                yield "'" + (length >= 6 ? "Row " + row + "ä" : length >= 2 ? "R" + row : Integer.toString(row)) + "'";
            }
            case "text", "tinytext", "mediumtext", "longtext" -> "'Row " + row + " ä'";
            case "binary", "varbinary", "blob", "tinyblob", "mediumblob", "longblob" -> "x'0" + row + "'";
            case "date" -> "'2024-02-2" + row + "'";
            case "datetime", "timestamp" -> "'2024-02-2" + row + " 10:20:30'";
            case "time" -> "'10:20:0" + row + "'";
            case "bit" -> "b'1'";
            case "enum", "set" -> {
                String[] labels = inside.split(",");
                yield labels[(row - 1) % labels.length];
            }
            case "json" -> "'{\"a\": " + row + "}'";
            case "uuid" -> "'0a000000-0000-4000-8000-00000000000" + row + "'";
            case "inet4" -> "'10.0.0." + row + "'";
            case "inet6" -> "'::" + row + "'";
            default -> null;
        };
    }
}
