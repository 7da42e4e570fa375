package io.axiom.migration.schema.diff;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Tables and columns as MariaDB's CREATE and ALTER TABLE say them. */
final class MariaDbColumns {
    private MariaDbColumns() {}

    static String word(String name) {
        return Engine.MARIADB.identifier(name);
    }

    static String definition(SchemaObject column) {
        StringBuilder text = new StringBuilder(word(column.id().name()) + ' ' + column.text(Property.TYPE));
        if (column.is(Property.COLLATION)) {
            text.append(" COLLATE ").append(column.text(Property.COLLATION));
        }
        if (column.is(Property.GENERATED)) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(column.text(Property.GENERATED))
                    .append(") ");
            text.append(column.text(Property.GENERATED_KIND));
        } else {
            text.append(column.is(Property.NOT_NULL) ? " NOT NULL" : " NULL");
            if (column.is(Property.DEFAULT)) {
                text.append(" DEFAULT ").append(column.text(Property.DEFAULT));
            }
        }
        if (column.is(Property.EXTRA)) {
            text.append(' ').append(column.text(Property.EXTRA).replace(",", " "));
        }
        if (column.is(Property.COMMENT)) {
            text.append(" COMMENT ").append(Engine.MARIADB.literal(column.text(Property.COMMENT)));
        }
        if (column.is("check")) {
            text.append(" CHECK (").append(column.text("check")).append(')');
        }
        return text.toString();
    }

    /** An index, key or check as an item of CREATE TABLE. */
    static String item(SchemaObject part) {
        String definition = part.text(Property.DEFINITION);
        String name = word(part.id().name());
        return switch (part.kind()) {
            case KEY -> "PRIMARY KEY " + definition;
            case INDEX -> {
                String method = part.text(Property.METHOD);
                String special = method.equals("FULLTEXT") || method.equals("SPATIAL") ? method + ' ' : "";
                String using = special.isEmpty() && !method.isEmpty() ? " USING " + method : "";
                String comment = part.is(Property.COMMENT)
                        ? " COMMENT " + Engine.MARIADB.literal(part.text(Property.COMMENT))
                        : "";
                yield (part.is(Property.UNIQUE) ? "UNIQUE " : special) + "INDEX " + name + ' ' + definition + using
                        + comment;
            }
            case CHECK -> "CONSTRAINT " + name + " CHECK (" + definition + ")";
            case FOREIGN_KEY -> "CONSTRAINT " + name + ' ' + definition;
            default -> throw new IllegalArgumentException("Not part of a table: " + part.id());
        };
    }

    static String options(SchemaObject table) {
        return (table.is("engine") ? " ENGINE=" + table.text("engine") : "")
                + (table.is(Property.COLLATION) ? " COLLATE=" + table.text(Property.COLLATION) : "")
                + (table.is(Property.OPTIONS) ? " " + table.text(Property.OPTIONS) : "")
                + " COMMENT=" + Engine.MARIADB.literal(table.text(Property.COMMENT));
    }

    /** CREATE TABLE without foreign keys. */
    static String create(SchemaObject table, SortedMap<ObjectId, SchemaObject> index) {
        List<String> items = new ArrayList<>();
        Comparison.columns(index).getOrDefault(table.id(), List.of()).forEach(column -> items.add(definition(column)));
        for (Kind kind : List.of(Kind.KEY, Kind.INDEX, Kind.CHECK)) {
            Ordering.parts(table.id(), kind, index).forEach(part -> items.add(item(part)));
        }
        String options =
                table.is(Property.COMMENT) ? options(table) : options(table).replace(" COMMENT=''", "");
        return "CREATE TABLE " + word(table.id().name())
                + items.stream().map(item -> "\n    " + item).collect(Collectors.joining(",", " (", "\n)")) + options
                + (table.is(Property.PARTITION_KEY) ? '\n' + table.text(Property.PARTITION_KEY) : "");
    }
}
