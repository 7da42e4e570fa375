package io.axiom.migration.schema.diff;

import static io.axiom.migration.schema.diff.PostgresNames.name;
import static io.axiom.migration.schema.diff.PostgresNames.owner;
import static io.axiom.migration.schema.diff.PostgresNames.word;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** CREATE statements of PostgreSQL. */
final class PostgresCreate {
    private final SortedMap<ObjectId, SchemaObject> index;

    PostgresCreate(SortedMap<ObjectId, SchemaObject> index) {
        this.index = index;
    }

    List<String> statements(SchemaObject object) {
        ObjectId id = object.id();
        String definition = object.text(Property.DEFINITION);
        return switch (id.kind()) {
            case SCHEMA -> List.of("CREATE SCHEMA " + word(id.name()));
            case EXTENSION ->
                List.of("CREATE EXTENSION " + word(id.name()) + " WITH SCHEMA " + word(object.text("schema"))
                        + " VERSION " + Engine.POSTGRESQL.literal(object.text(Property.VERSION)));
            case ENUM ->
                List.of("CREATE TYPE " + name(id) + " AS ENUM ("
                        + object.elements().stream()
                                .map(Engine.POSTGRESQL::literal)
                                .collect(Collectors.joining(", "))
                        + ")");
            case RANGE -> List.of("CREATE TYPE " + name(id) + " AS RANGE (" + definition + ")");
            case COMPOSITE -> List.of("CREATE TYPE " + name(id) + " AS (" + String.join(", ", object.elements()) + ")");
            case DOMAIN -> List.of(domain(object));
            case SEQUENCE ->
                List.of("CREATE " + (object.is(Property.UNLOGGED) ? "UNLOGGED " : "") + "SEQUENCE " + name(id) + " AS "
                        + object.text(Property.TYPE) + ' ' + object.text(Property.OPTIONS));
            case FUNCTION, PROCEDURE, INDEX, STATISTICS -> List.of(definition);
            case TABLE -> table(object);
            case COLUMN ->
                object.is(Property.POSITION) && !object.is(Property.INHERITED)
                        ? attributes(
                                object, "ALTER TABLE " + owner(id) + " ADD COLUMN " + PostgresColumn.definition(object))
                        : List.of();
            case CHECK, KEY, FOREIGN_KEY ->
                List.of("ALTER TABLE " + owner(id) + " ADD CONSTRAINT " + word(id.name()) + ' ' + definition);
            case VIEW -> List.of("CREATE VIEW " + view(object));
            case MATERIALIZED_VIEW ->
                List.of("CREATE MATERIALIZED VIEW " + view(object)
                        + (object.is(Property.UNPOPULATED) ? " WITH NO DATA" : ""));
            case RULE -> enabled(object, definition, "RULE");
            case TRIGGER -> enabled(object, definition, "TRIGGER");
            case POLICY -> List.of("CREATE POLICY " + word(id.name()) + " ON " + owner(id) + ' ' + definition);
            case EVENT_TRIGGER -> List.of("CREATE EVENT TRIGGER " + word(id.name()) + ' ' + definition);
            case GRANT -> List.of(PostgresGrant.grant(object));
            case OTHER -> List.of();
        };
    }

    static String view(SchemaObject view) {
        String query = view.text(Property.DEFINITION).strip();
        String body = query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
        String options = view.text(Property.OPTIONS);
        return name(view.id()) + (options.isEmpty() ? "" : " WITH (" + options + ")") + " AS\n" + body;
    }

    private static List<String> enabled(SchemaObject object, String definition, String what) {
        String state = object.text(Property.ENABLED);
        String create = definition.endsWith(";") ? definition.substring(0, definition.length() - 1) : definition;
        return state.isEmpty()
                ? List.of(create)
                : List.of(
                        create,
                        "ALTER TABLE " + owner(object.id()) + ' ' + state + ' ' + what + ' '
                                + word(object.id().name()));
    }

    private static String domain(SchemaObject domain) {
        StringBuilder text =
                new StringBuilder("CREATE DOMAIN " + name(domain.id()) + " AS " + domain.text(Property.TYPE));
        if (domain.is(Property.COLLATION)) {
            text.append(" COLLATE ").append(domain.text(Property.COLLATION));
        }
        if (domain.is(Property.DEFAULT)) {
            text.append(" DEFAULT ").append(domain.text(Property.DEFAULT));
        }
        if (domain.is(Property.NOT_NULL)) {
            text.append(" NOT NULL");
        }
        domain.properties().forEach((property, check) -> {
            if (property.startsWith("check ")) {
                text.append(" CONSTRAINT ")
                        .append(word(property.substring("check ".length())))
                        .append(' ')
                        .append(check);
            }
        });
        return text.toString();
    }

    private List<String> table(SchemaObject table) {
        String name = name(table.id());
        StringBuilder text = new StringBuilder("CREATE ");
        text.append(table.is(Property.UNLOGGED) ? "UNLOGGED TABLE " : "TABLE ").append(name);
        List<SchemaObject> columns =
                Objects.requireNonNullElse(Comparison.columns(index).get(table.id()), List.<SchemaObject>of());
        List<String> more = new ArrayList<>();
        if (table.is(Property.PARTITION_OF)) {
            text.append(" PARTITION OF ").append(table.text(Property.PARTITION_OF));
            text.append(' ').append(table.text(Property.PARTITION_BOUND));
        } else {
            text.append(columns.stream()
                    .filter(column -> !column.is(Property.INHERITED))
                    .map(column -> "\n    " + PostgresColumn.definition(column))
                    .collect(Collectors.joining(",", " (", columns.isEmpty() ? ")" : "\n)")));
            columns.forEach(column -> more.addAll(PostgresColumn.storage(column)));
        }
        if (table.is(Property.INHERITS)) {
            text.append(" INHERITS (").append(table.text(Property.INHERITS)).append(')');
        }
        if (table.is(Property.PARTITION_KEY)) {
            text.append(" PARTITION BY ").append(table.text(Property.PARTITION_KEY));
        }
        if (table.is(Property.OPTIONS)) {
            text.append(" WITH (").append(table.text(Property.OPTIONS)).append(')');
        }
        if (table.is(Property.TABLESPACE)) {
            text.append(" TABLESPACE ").append(word(table.text(Property.TABLESPACE)));
        }
        more.addFirst(text.toString());
        more.addAll(PostgresAlter.rowSecurity(name, "", table.text(Property.ROW_SECURITY)));
        if (table.is(Property.REPLICA_IDENTITY)) {
            more.add("ALTER TABLE " + name + " REPLICA IDENTITY " + table.text(Property.REPLICA_IDENTITY));
        }
        return more;
    }

    private static List<String> attributes(SchemaObject column, String add) {
        List<String> statements = new ArrayList<>(List.of(add));
        statements.addAll(PostgresColumn.storage(column));
        return statements;
    }

    /** The comment, where there is one. */
    static List<String> comment(SchemaObject object) {
        return object.is(Property.COMMENT) && object.kind() != Kind.GRANT && object.kind() != Kind.OTHER
                ? List.of("COMMENT ON " + PostgresNames.spelled(object) + " IS "
                        + Engine.POSTGRESQL.literal(object.text(Property.COMMENT)))
                : List.of();
    }
}
