package io.axiom.migration.schema.diff;

import io.axiom.migration.database.Engine;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in PostgreSQL statements, quoted only where they must be. */
public final class PostgresNames {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    /** The reserved words of PostgreSQL 18 (appendix C of its manual), and those reserved as names of types or functions. */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation"
                            + " column concurrently constraint create cross current_catalog current_date current_role"
                            + " current_schema current_time current_timestamp current_user default deferrable desc distinct do"
                            + " else end except false fetch for foreign freeze from full grant group having ilike in initially"
                            + " inner intersect into is isnull join lateral leading left like limit localtime localtimestamp"
                            + " natural not notnull null offset on only or order outer overlaps placing primary references"
                            + " returning right select session_user similar some symmetric system_user table tablesample then"
                            + " to trailing true union unique user using variadic verbose when where window with between"
                            + " bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping"
                            + " inout int integer interval least national nchar none normalize nullif numeric out overlay"
                            + " position precision real row setof smallint substring time timestamp treat trim values varchar"
                            + " xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlparse xmlpi xmlroot xmlserialize"
                            + " xmltable json json_array json_arrayagg json_exists json_object json_objectagg json_query"
                            + " json_scalar json_serialize json_table json_value merge_action xmlnamespaces")
                    .split(" "));

    private PostgresNames() {}

    public static String word(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !RESERVED.contains(name);
        return plain ? name : Engine.POSTGRESQL.identifier(name);
    }

    /** Schema and name. */
    static String name(ObjectId id) {
        return id.schema().isEmpty() ? word(id.name()) : word(id.schema()) + '.' + word(id.name());
    }

    /** Schema and name of the table or view a part belongs to. */
    static String owner(ObjectId id) {
        return word(id.schema()) + '.' + word(id.owner());
    }

    /** A routine with the types of its arguments. */
    static String routine(SchemaObject routine) {
        String signature = routine.id().name();
        String name = routine.text("routine");
        return word(routine.id().schema()) + '.' + word(name) + signature.substring(name.length());
    }

    /** The object as COMMENT ON and DROP name it. */
    public static String spelled(SchemaObject object) {
        ObjectId id = object.id();
        return switch (id.kind()) {
            case SCHEMA -> "SCHEMA " + word(id.name());
            case EXTENSION -> "EXTENSION " + word(id.name());
            case ENUM, RANGE, COMPOSITE -> "TYPE " + name(id);
            case DOMAIN -> "DOMAIN " + name(id);
            case SEQUENCE -> "SEQUENCE " + name(id);
            case FUNCTION -> "FUNCTION " + routine(object);
            case PROCEDURE -> "PROCEDURE " + routine(object);
            case TABLE -> "TABLE " + name(id);
            case COLUMN -> "COLUMN " + owner(id) + '.' + word(id.name());
            case CHECK, KEY, FOREIGN_KEY -> "CONSTRAINT " + word(id.name()) + " ON " + owner(id);
            case INDEX -> "INDEX " + word(id.schema()) + '.' + word(id.name());
            case VIEW -> "VIEW " + name(id);
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW " + name(id);
            case RULE -> "RULE " + word(id.name()) + " ON " + owner(id);
            case TRIGGER -> "TRIGGER " + word(id.name()) + " ON " + owner(id);
            case POLICY -> "POLICY " + word(id.name()) + " ON " + owner(id);
            case STATISTICS -> "STATISTICS " + name(id);
            case EVENT_TRIGGER -> "EVENT TRIGGER " + word(id.name());
            case GRANT, OTHER -> throw new IllegalArgumentException("No statement names " + id);
        };
    }

    static boolean isType(Kind kind) {
        return kind == Kind.ENUM || kind == Kind.RANGE || kind == Kind.DOMAIN || kind == Kind.COMPOSITE;
    }
}
