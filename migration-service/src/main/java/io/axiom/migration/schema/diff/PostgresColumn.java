package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.PostgresNames.owner;
import static io.axiom.migration.schema.diff.PostgresNames.word;

import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Columns of PostgreSQL: how they are written, and what changes one into another. */
final class PostgresColumn {
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "boolean");
    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "\"char\"", "name");

    private PostgresColumn() {}

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
        } else if (column.is(Property.IDENTITY)) {
            text.append(identity(column));
        } else if (column.is(Property.DEFAULT)) {
            text.append(" DEFAULT ").append(column.text(Property.DEFAULT));
        }
        if (column.is(Property.NOT_NULL)) {
            text.append(namedOtherwise(column) ? " CONSTRAINT " + word(column.text(Property.NOT_NULL_NAME)) : "");
            text.append(" NOT NULL").append(column.is("noInherit") ? " NO INHERIT" : "");
        }
        return text.toString();
    }

    /** Whether it can be added only to an empty table unless it is filled first. */
    static boolean needsValues(SchemaObject column) {
        return column.is(Property.NOT_NULL)
                && !column.is(Property.DEFAULT)
                && !column.is(Property.GENERATED)
                && !column.is(Property.IDENTITY);
    }

    static SchemaObject nullable(SchemaObject column) {
        SortedMap<String, String> properties = new TreeMap<>(column.properties());
        List.of(Property.NOT_NULL, Property.NOT_NULL_NAME, Property.NOT_VALID, "noInherit")
                .forEach(properties::remove);
        return new SchemaObject(column.id(), properties, column.elements(), column.needs());
    }

    private static String identity(SchemaObject column) {
        return " GENERATED " + column.text(Property.IDENTITY) + " AS IDENTITY (" + column.text("identityOptions") + ")";
    }

    /** Whether the NOT NULL constraint has another name than PostgreSQL would give it. */
    private static boolean namedOtherwise(SchemaObject column) {
        String usual = column.id().owner() + '_' + column.id().name() + "_not_null";
        return column.is(Property.NOT_NULL_NAME) && !usual.equals(column.text(Property.NOT_NULL_NAME));
    }

    /** What ADD COLUMN cannot say. */
    static List<String> storage(SchemaObject column) {
        List<String> statements = new ArrayList<>();
        String alter = alter(column);
        if (column.is(Property.STORAGE)) {
            statements.add(alter + "SET STORAGE " + column.text(Property.STORAGE));
        }
        if (column.is(Property.COMPRESSION)) {
            statements.add(alter + "SET COMPRESSION " + column.text(Property.COMPRESSION));
        }
        if (column.is("statistics")) {
            statements.add(alter + "SET STATISTICS " + column.text("statistics"));
        }
        if (column.is(Property.OPTIONS)) {
            statements.add(alter + "SET (" + column.text(Property.OPTIONS) + ")");
        }
        return statements;
    }

    private static String alter(SchemaObject column) {
        return "ALTER TABLE " + owner(column.id()) + " ALTER COLUMN "
                + word(column.id().name()) + ' ';
    }

    static boolean retyped(SchemaObject from, SchemaObject to) {
        return !from.text(Property.TYPE).equals(to.text(Property.TYPE))
                || !from.text(Property.COLLATION).equals(to.text(Property.COLLATION));
    }

    /** Types within a family are converted by PostgreSQL where they are used in checks, keys and defaults. */
    static String family(String type) {
        String base = type.replaceAll("\\([^)]*\\)", "").strip();
        String element = base.endsWith("[]") ? base.substring(0, base.length() - 2) : base;
        String family = NUMBERS.contains(element)
                ? "number"
                : TEXTS.contains(element)
                        ? "text"
                        : element.startsWith("timestamp") || element.equals("date") || element.startsWith("time ")
                                ? "time"
                                : element.startsWith("bit") ? "bit" : element.startsWith("json") ? "json" : element;
        return base.endsWith("[]") ? family + "[]" : family;
    }

    private static String using(SchemaObject from, SchemaObject to) {
        String one = family(from.text(Property.TYPE));
        String other = family(to.text(Property.TYPE));
        boolean direct = one.equals(other) || one.equals("text") || other.equals("text");
        return word(to.id().name()) + (direct ? "" : one.endsWith("[]") && other.endsWith("[]") ? "::text[]" : "::text")
                + "::" + to.text(Property.TYPE);
    }

    /**
     * The statements that change one column into the other.
     *
     * @param rewritten its type is made anew under the same name
     * @param bare its default was taken away before
     */
    static List<String> change(SchemaObject from, SchemaObject to, boolean rewritten, boolean bare) {
        List<String> statements = new ArrayList<>();
        String alter = alter(to);
        boolean inherited = to.is(Property.INHERITED);
        boolean retyped = (rewritten || retyped(from, to)) && !inherited;
        boolean hadDefault = from.is(Property.DEFAULT) && !bare;
        boolean otherDefault = !from.text(Property.DEFAULT).equals(to.text(Property.DEFAULT));
        if (from.is(Property.IDENTITY) && !to.is(Property.IDENTITY)) {
            statements.add(alter + "DROP IDENTITY");
        }
        if (from.is(Property.GENERATED) && !to.is(Property.GENERATED)) {
            statements.add(alter + "DROP EXPRESSION");
        }
        if (hadDefault && (retyped || otherDefault && !to.is(Property.DEFAULT))) {
            statements.add(alter + "DROP DEFAULT");
        }
        if (retyped) {
            String collation = to.is(Property.COLLATION) ? " COLLATE " + to.text(Property.COLLATION) : "";
            String conversion = rewritten && !to.text(Property.TYPE).endsWith("[]")
                    ? word(to.id().name()) + "::text::" + to.text(Property.TYPE)
                    : rewritten ? word(to.id().name()) + "::text[]::" + to.text(Property.TYPE) : using(from, to);
            statements.add(alter + "TYPE " + to.text(Property.TYPE) + collation + " USING " + conversion);
        }
        if (to.is(Property.DEFAULT) && (otherDefault || retyped || bare)) {
            statements.add(alter + "SET DEFAULT " + to.text(Property.DEFAULT));
        }
        if (!inherited) {
            notNull(from, to, statements);
        }
        identity(from, to, statements);
        statements.addAll(attributes(from, to));
        return statements;
    }

    private static void notNull(SchemaObject from, SchemaObject to, List<String> statements) {
        String alter = alter(to);
        String table = "ALTER TABLE " + owner(to.id());
        if (from.is(Property.NOT_NULL) && !to.is(Property.NOT_NULL)) {
            statements.add(alter + "DROP NOT NULL");
        } else if (!from.is(Property.NOT_NULL) && to.is(Property.NOT_NULL)) {
            boolean special = namedOtherwise(to) || to.is("noInherit") || to.is(Property.NOT_VALID);
            statements.add(
                    special
                            ? table + " ADD CONSTRAINT " + word(to.text(Property.NOT_NULL_NAME)) + " NOT NULL "
                                    + word(to.id().name()) + (to.is("noInherit") ? " NO INHERIT" : "")
                                    + (to.is(Property.NOT_VALID) ? " NOT VALID" : "")
                            : alter + "SET NOT NULL");
        } else if (to.is(Property.NOT_NULL_NAME) && from.is(Property.NOT_NULL_NAME)) {
            String name = to.text(Property.NOT_NULL_NAME);
            if (!from.text(Property.NOT_NULL_NAME).equals(name)) {
                statements.add(
                        table + " RENAME CONSTRAINT " + word(from.text(Property.NOT_NULL_NAME)) + " TO " + word(name));
            }
            if (from.is(Property.NOT_VALID) && !to.is(Property.NOT_VALID)) {
                statements.add(table + " VALIDATE CONSTRAINT " + word(name));
            }
        }
    }

    private static void identity(SchemaObject from, SchemaObject to, List<String> statements) {
        if (!to.is(Property.IDENTITY)) {
            return;
        }
        if (!from.is(Property.IDENTITY)) {
            statements.add(alter(to) + "ADD" + identity(to));
            return;
        }
        if (!from.text(Property.IDENTITY).equals(to.text(Property.IDENTITY))) {
            statements.add(alter(to) + "SET GENERATED " + to.text(Property.IDENTITY));
        }
        if (!from.text("identityOptions").equals(to.text("identityOptions"))) {
            String options = to.text("identityOptions")
                    .replaceAll("(INCREMENT|MINVALUE|MAXVALUE|START|CACHE|NO CYCLE|(?<!NO )CYCLE)", "SET $1");
            statements.add(alter(to) + options);
        }
    }

    private static List<String> attributes(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>();
        String alter = alter(to);
        if (!from.text(Property.STORAGE).equals(to.text(Property.STORAGE))) {
            statements.add(alter + "SET STORAGE " + (to.is(Property.STORAGE) ? to.text(Property.STORAGE) : "DEFAULT"));
        }
        if (!from.text(Property.COMPRESSION).equals(to.text(Property.COMPRESSION))) {
            String method = to.is(Property.COMPRESSION) ? to.text(Property.COMPRESSION) : "default";
            statements.add(alter + "SET COMPRESSION " + method.toLowerCase(Locale.ROOT));
        }
        if (!Objects.equals(from.get("statistics"), to.get("statistics"))) {
            statements.add(alter + "SET STATISTICS " + (to.is("statistics") ? to.text("statistics") : "-1"));
        }
        if (!from.text(Property.OPTIONS).equals(to.text(Property.OPTIONS))) {
            PostgresAlter.options(alter, from, to).forEach(statements::add);
        }
        return statements;
    }
}
