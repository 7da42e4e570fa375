package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.PostgresNames.name;
import static io.axiom.migration.schema.diff.PostgresNames.owner;
import static io.axiom.migration.schema.diff.PostgresNames.word;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ALTER statements of PostgreSQL for everything but columns. */
final class PostgresAlter {
    private PostgresAlter() {}

    static List<String> statements(SchemaObject from, SchemaObject to) {
        return switch (to.kind()) {
            case EXTENSION ->
                from.text("schema").equals(to.text("schema"))
                        ? List.of("ALTER EXTENSION " + word(to.id().name()) + " UPDATE TO "
                                + Engine.POSTGRESQL.literal(to.text(Property.VERSION)))
                        : List.of("ALTER EXTENSION " + word(to.id().name()) + " SET SCHEMA " + word(to.text("schema")));
            case ENUM -> labels(from, to);
            case COMPOSITE -> attributes(from, to);
            case DOMAIN -> domain(from, to);
            case SEQUENCE -> sequence(from, to);
            case FUNCTION, PROCEDURE -> List.of(to.text(Property.DEFINITION));
            case TABLE -> table(from, to);
            case CHECK, FOREIGN_KEY ->
                List.of("ALTER TABLE " + owner(to.id()) + " VALIDATE CONSTRAINT "
                        + word(to.id().name()));
            case VIEW -> List.of("CREATE OR REPLACE VIEW " + PostgresCreate.view(to));
            case TRIGGER, RULE -> {
                String state = to.is(Property.ENABLED) ? to.text(Property.ENABLED) : "ENABLE";
                yield List.of("ALTER TABLE " + owner(to.id()) + ' ' + state + ' '
                        + to.kind().name() + ' ' + word(to.id().name()));
            }
            case EVENT_TRIGGER ->
                List.of("ALTER EVENT TRIGGER " + word(to.id().name())
                        + (to.is(Property.ENABLED) ? " DISABLE" : " ENABLE"));
            case GRANT -> List.of(PostgresGrant.revoke(from), PostgresGrant.grant(to));
            case SCHEMA, RANGE, COLUMN, KEY, INDEX, MATERIALIZED_VIEW, POLICY, STATISTICS, OTHER -> List.of();
        };
    }

    /** Whether labels were only added. */
    static boolean onlyAdds(List<String> from, List<String> to) {
        List<String> rest = new ArrayList<>(to);
        rest.retainAll(from);
        return rest.equals(from);
    }

    private static List<String> labels(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>();
        List<String> known = new ArrayList<>(from.elements());
        for (int i = 0; i < to.elements().size(); i++) {
            String label = to.elements().get(i);
            if (known.contains(label)) {
                continue;
            }
            String place = i > 0
                    ? " AFTER " + Engine.POSTGRESQL.literal(to.elements().get(i - 1))
                    : known.isEmpty() ? "" : " BEFORE " + Engine.POSTGRESQL.literal(known.getFirst());
            statements.add("ALTER TYPE " + name(to.id()) + " ADD VALUE " + Engine.POSTGRESQL.literal(label) + place);
            known.add(label);
        }
        return statements;
    }

    private static List<String> attributes(SchemaObject from, SchemaObject to) {
        Map<String, String> before = named(from.elements());
        Map<String, String> after = named(to.elements());
        List<String> actions = new ArrayList<>();
        before.forEach((attribute, type) -> {
            if (!after.containsKey(attribute)) {
                actions.add("DROP ATTRIBUTE " + attribute);
            }
        });
        after.forEach((attribute, type) -> {
            String known = before.get(attribute);
            if (known == null) {
                actions.add("ADD ATTRIBUTE " + attribute + ' ' + type);
            } else if (!known.equals(type)) {
                actions.add("ALTER ATTRIBUTE " + attribute + " TYPE " + type);
            }
        });
        return actions.isEmpty()
                ? List.of()
                : List.of("ALTER TYPE " + name(to.id()) + ' ' + String.join(", ", actions));
    }

    /** Attributes, written {@code name type}, by their (quoted) name. */
    private static Map<String, String> named(List<String> elements) {
        Map<String, String> named = new java.util.LinkedHashMap<>();
        for (String element : elements) {
            int end = element.startsWith("\"") ? element.indexOf("\" ") + 1 : element.indexOf(' ');
            named.put(element.substring(0, end), element.substring(end + 1));
        }
        return named;
    }

    private static List<String> domain(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>();
        String alter = "ALTER DOMAIN " + name(to.id()) + ' ';
        from.properties().forEach((property, check) -> {
            if (property.startsWith("check ") && !check.equals(to.get(property))) {
                statements.add(alter + "DROP CONSTRAINT " + word(property.substring("check ".length())));
            }
        });
        if (!from.text(Property.DEFAULT).equals(to.text(Property.DEFAULT))) {
            statements.add(
                    alter + (to.is(Property.DEFAULT) ? "SET DEFAULT " + to.text(Property.DEFAULT) : "DROP DEFAULT"));
        }
        if (from.is(Property.NOT_NULL) != to.is(Property.NOT_NULL)) {
            statements.add(alter + (to.is(Property.NOT_NULL) ? "SET NOT NULL" : "DROP NOT NULL"));
        }
        to.properties().forEach((property, check) -> {
            if (property.startsWith("check ") && !check.equals(from.get(property))) {
                statements.add(alter + "ADD CONSTRAINT " + word(property.substring("check ".length())) + ' ' + check);
            }
        });
        return statements;
    }

    private static List<String> sequence(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>();
        String type =
                from.text(Property.TYPE).equals(to.text(Property.TYPE)) ? "" : "AS " + to.text(Property.TYPE) + ' ';
        if (!type.isEmpty() || !from.text(Property.OPTIONS).equals(to.text(Property.OPTIONS))) {
            statements.add("ALTER SEQUENCE " + name(to.id()) + ' ' + type + to.text(Property.OPTIONS));
        }
        if (from.is(Property.UNLOGGED) != to.is(Property.UNLOGGED)) {
            statements.add(
                    "ALTER SEQUENCE " + name(to.id()) + " SET " + (to.is(Property.UNLOGGED) ? "UNLOGGED" : "LOGGED"));
        }
        return statements;
    }

    private static List<String> table(SchemaObject from, SchemaObject to) {
        List<String> statements = new ArrayList<>();
        String name = name(to.id());
        String alter = "ALTER TABLE " + name + ' ';
        if (from.is(Property.UNLOGGED) != to.is(Property.UNLOGGED)) {
            statements.add(alter + "SET " + (to.is(Property.UNLOGGED) ? "UNLOGGED" : "LOGGED"));
        }
        if (from.is(Property.PARTITION_OF) && !partition(from).equals(partition(to))) {
            statements.add("ALTER TABLE " + from.text(Property.PARTITION_OF) + " DETACH PARTITION " + name);
        }
        if (to.is(Property.PARTITION_OF) && !partition(from).equals(partition(to))) {
            statements.add("ALTER TABLE " + to.text(Property.PARTITION_OF) + " ATTACH PARTITION " + name + ' '
                    + to.text(Property.PARTITION_BOUND));
        }
        statements.addAll(options(alter, from, to));
        if (!from.text(Property.TABLESPACE).equals(to.text(Property.TABLESPACE))) {
            String space = to.is(Property.TABLESPACE) ? word(to.text(Property.TABLESPACE)) : "pg_default";
            statements.add(alter + "SET TABLESPACE " + space);
        }
        statements.addAll(rowSecurity(name, from.text(Property.ROW_SECURITY), to.text(Property.ROW_SECURITY)));
        if (!from.text(Property.REPLICA_IDENTITY).equals(to.text(Property.REPLICA_IDENTITY))) {
            String identity = to.is(Property.REPLICA_IDENTITY) ? to.text(Property.REPLICA_IDENTITY) : "DEFAULT";
            statements.add(alter + "REPLICA IDENTITY " + identity);
        }
        return statements;
    }

    private static String partition(SchemaObject table) {
        return table.text(Property.PARTITION_OF) + ' ' + table.text(Property.PARTITION_BOUND);
    }

    static List<String> rowSecurity(String table, String from, String to) {
        List<String> statements = new ArrayList<>();
        if (from.isEmpty() != to.isEmpty()) {
            statements.add("ALTER TABLE " + table + (to.isEmpty() ? " DISABLE" : " ENABLE") + " ROW LEVEL SECURITY");
        }
        if (from.equals("forced") != to.equals("forced")) {
            statements.add(
                    "ALTER TABLE " + table + (to.equals("forced") ? " FORCE" : " NO FORCE") + " ROW LEVEL SECURITY");
        }
        return statements;
    }

    static List<String> options(String alter, SchemaObject from, SchemaObject to) {
        Map<String, String> before = settings(from);
        Map<String, String> after = settings(to);
        List<String> statements = new ArrayList<>();
        before.keySet().removeIf(key -> after.containsKey(key));
        if (!before.isEmpty()) {
            statements.add(alter + "RESET (" + String.join(", ", before.keySet()) + ")");
        }
        Map<String, String> known = settings(from);
        after.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
        if (!after.isEmpty()) {
            statements.add(alter + "SET ("
                    + after.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", ")) + ")");
        }
        return statements;
    }

    private static Map<String, String> settings(SchemaObject object) {
        Map<String, String> settings = new TreeMap<>();
        if (object.is(Property.OPTIONS)) {
            Arrays.stream(object.text(Property.OPTIONS).split(", ")).forEach(option -> {
                String[] parts = option.split("=", 2);
                settings.put(parts[0], parts.length > 1 ? parts[1] : "true");
            });
        }
        return settings;
    }
}
