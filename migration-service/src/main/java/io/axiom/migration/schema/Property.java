package io.axiom.migration.schema;

/** The names of an object's properties. Flags are {@code true} or absent. */
public final class Property {
    /** The whole statement, or the part after the name, as the engine itself writes it. */
    public static final String DEFINITION = "definition";

    public static final String TYPE = "type";
    public static final String DEFAULT = "default";
    public static final String NOT_NULL = "notNull";
    /** PostgreSQL 18 names NOT NULL constraints. */
    public static final String NOT_NULL_NAME = "notNullName";

    public static final String IDENTITY = "identity";
    public static final String GENERATED = "generated";
    public static final String GENERATED_KIND = "generatedKind";
    public static final String COLLATION = "collation";
    public static final String COMMENT = "comment";
    /** Place among the table's columns, from 1. Not compared by itself: see {@code SchemaDiff}. */
    public static final String POSITION = "position";

    public static final String STORAGE = "storage";
    public static final String COMPRESSION = "compression";
    public static final String OPTIONS = "options";
    public static final String OWNED_BY = "ownedBy";
    public static final String PARTITION_KEY = "partitionKey";
    public static final String PARTITION_OF = "partitionOf";
    public static final String PARTITION_BOUND = "partitionBound";
    public static final String INHERITS = "inherits";
    public static final String INHERITED = "inherited";
    public static final String UNLOGGED = "unlogged";
    public static final String ROW_SECURITY = "rowSecurity";
    public static final String REPLICA_IDENTITY = "replicaIdentity";
    public static final String TABLESPACE = "tablespace";
    public static final String NOT_VALID = "notValid";
    public static final String UNIQUE = "unique";
    public static final String PRIMARY = "primary";
    public static final String METHOD = "method";
    public static final String PREDICATE = "predicate";
    public static final String RESULT = "result";
    public static final String ENABLED = "enabled";
    public static final String VERSION = "version";
    public static final String REFERENCES = "references";
    public static final String REFERENCED_COLUMNS = "referencedColumns";
    public static final String UNPOPULATED = "unpopulated";
    public static final String OWNER = "owner";
    public static final String EXTRA = "extra";

    private Property() {}
}
