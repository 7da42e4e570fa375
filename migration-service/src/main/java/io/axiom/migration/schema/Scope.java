package io.axiom.migration.schema;

import java.util.Set;

/**
 * What of a database a snapshot covers. Axiom's own tables never are: {@code schema_migrations}, names that begin with
 * {@code axiom_}, and the schema {@value #KEPT}.
 *
 * @param schemas the only ones to look at; empty for all
 * @param privileges whether owners and grants are read too
 */
public record Scope(Set<String> schemas, boolean privileges) {
    /** The schema in which destroyed rows are kept for the way back. */
    public static final String KEPT = "axiom_kept";

    public static final Scope ALL = new Scope(Set.of(), false);

    public Scope {
        schemas = Set.copyOf(schemas);
    }

    public boolean covers(String schema) {
        return !schema.equals(KEPT) && (schemas.isEmpty() || schemas.contains(schema));
    }

    public boolean coversRelation(String name) {
        return !name.equals("schema_migrations") && !name.startsWith("axiom_");
    }
}
