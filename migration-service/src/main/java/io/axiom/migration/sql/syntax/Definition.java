package io.axiom.migration.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes the schema. */
public sealed interface Definition extends Statement {

    /**
     * CREATE TABLE, also FOREIGN and AS.
     *
     * @param dropOnCommit {@code ON COMMIT DROP}
     * @param options MySQL's and SQLite's words after the columns
     */
    record CreateTable(
            QualifiedName table,
            boolean temporary,
            boolean ifNotExists,
            List<Column> columns,
            List<Constraint> constraints,
            boolean dropOnCommit,
            @Nullable Expression query,
            Expression options)
            implements Definition {}

    record AlterTable(QualifiedName table, boolean ifExists, List<AlterAction> actions) implements Definition {}

    record CreateIndex(
            @Nullable Name index, QualifiedName table, boolean unique, boolean concurrently, boolean ifNotExists)
            implements Definition {}

    /**
     * DROP of anything.
     *
     * @param object its kind in lower case: {@code table}, {@code materialized view}
     * @param table the table it hangs on, where that is said: of a trigger, policy or rule
     */
    record Drop(
            String object,
            List<QualifiedName> names,
            boolean ifExists,
            boolean concurrently,
            boolean cascade,
            @Nullable QualifiedName table)
            implements Definition {}

    /** @param columns the names given, or those the query gives where it says them; each with its offset */
    record CreateView(QualifiedName view, boolean materialized, List<Name> columns, Expression query)
            implements Definition {}

    /** @param constraints CHECK and NOT NULL */
    record CreateDomain(QualifiedName domain, TypeName type, List<Constraint> constraints) implements Definition {}

    /** @param added the constraint that is added, if that is what is done */
    record AlterDomain(QualifiedName domain, @Nullable Constraint added) implements Definition {}

    /** ALTER TYPE … ADD VALUE. */
    record AddEnumValue(QualifiedName type, boolean placed, boolean ifNotExists, int offset) implements Definition {}

    /**
     * Another CREATE, ALTER, COMMENT, GRANT and the like.
     *
     * @param verb in lower case
     * @param object its kind in lower case, empty where that does not matter
     * @param table the table it locks, where it says one
     */
    record Other(String verb, String object, @Nullable QualifiedName table) implements Definition {}
}
