package io.axiom.migration.inverse;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value of each PostgreSQL type, different for each row. */
final class PostgresValues {
    private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

    private PostgresValues() {}

    static @Nullable String value(SortedMap<ObjectId, SchemaObject> index, String type, int row) {
        if (type.endsWith("[]")) {
            String element = value(index, type.substring(0, type.length() - 2), row);
            return element == null ? null : "ARRAY[" + element + "]::" + type;
        }
        String own = ownType(index, type, row);
        if (own != null) {
            return own;
        }
        Matcher matcher = LENGTH.matcher(type);
        int length = matcher.find() ? Integer.parseInt(matcher.group(1)) : 40;
        String base = type.replaceAll("\\(.*?\\)", "");
        String text = switch (base) {
            case "smallint", "integer", "bigint", "money", "oid" -> Integer.toString(row);
            case "numeric", "real", "double precision" -> row + fraction(type);
            case "text", "character varying", "character", "name" -> shorten("Row " + row + " ä", row, length);
            case "citext", "public.citext" -> "Row " + row;
            case "boolean" -> row % 2 == 1 ? "true" : "false";
            case "date" -> "2024-02-2" + row;
            case "timestamp without time zone" -> "2024-02-2" + row + " 10:20:30.123456";
            case "timestamp with time zone" -> "2024-02-2" + row + " 10:20:30.123456+02";
            case "time without time zone", "time with time zone" -> "10:20:0" + row + ".5";
            case "interval" -> row + " days 01:02:03.5";
            case "uuid" -> "0a000000-0000-4000-8000-00000000000" + row;
            // Spaces and order are lost in jsonb, so a change to it shows.
            case "json", "jsonb" -> "{\"b\":  " + row + ", \"a\": [1]}";
            case "bytea" -> "\\x00ff0" + row;
            case "inet" -> "10.0.0." + row;
            case "cidr" -> "10.0." + row + ".0/24";
            case "macaddr" -> "08:00:2b:01:02:0" + row;
            case "point" -> "(" + row + ",2.5)";
            case "box", "lseg", "path" -> "((0,0),(" + row + ",1))";
            case "polygon" -> "((0,0),(" + row + ",1),(1,1))";
            case "circle" -> "<(0,0)," + row + ">";
            case "bit" -> "1".repeat(Math.min(length == 40 && !type.contains("(") ? 1 : length, 200));
            case "bit varying" -> "10".substring(0, Math.min(2, length));
            case "tsvector" -> "word" + row;
            case "xml" -> "<a>" + row + "</a>";
            case "int4range", "int8range", "numrange" -> "[" + row * 10 + "," + (row * 10 + 5) + ")";
            case "daterange", "tsrange", "tstzrange" -> "[2024-0" + row + "-01,2024-0" + row + "-02)";
            default -> null;
        };
        return text == null ? null : Engine.POSTGRESQL.literal(text) + "::" + type;
    }

    private static String fraction(String type) {
        Matcher scale = Pattern.compile(",(\\d+)\\)").matcher(type);
        return type.contains("(") && (!scale.find() || scale.group(1).equals("0")) ? "" : ".5";
    }

    private static String shorten(String text, int row, int length) {
        return length >= text.length() ? text : length >= 2 ? ("R" + row).substring(0, 2) : Integer.toString(row);
    }

    private static @Nullable String ownType(SortedMap<ObjectId, SchemaObject> index, String type, int row) {
        if (!type.contains(".")) {
            return null;
        }
        for (SchemaObject object :
                index.headMap(ObjectId.of(Kind.SEQUENCE, "", "")).values()) {
            boolean same = (object.id().schema() + '.' + object.id().name()).equals(type.replace("\"", ""));
            if (same && object.kind() == Kind.ENUM && !object.elements().isEmpty()) {
                String label =
                        object.elements().get((row - 1) % object.elements().size());
                return Engine.POSTGRESQL.literal(label) + "::" + type;
            }
            if (same && object.kind() == Kind.DOMAIN) {
                return domain(index, object, type, row);
            }
        }
        return null;
    }

    private static @Nullable String domain(
            SortedMap<ObjectId, SchemaObject> index, SchemaObject domain, String type, int row) {
        String value = value(index, domain.text(Property.TYPE), row);
        boolean address = domain.properties().values().stream().anyMatch(check -> check.contains("@"));
        if (address) {
            return Engine.POSTGRESQL.literal("row" + row + "@example.org") + "::" + type;
        }
        return value == null ? null : "(" + value + ")::" + type;
    }
}
