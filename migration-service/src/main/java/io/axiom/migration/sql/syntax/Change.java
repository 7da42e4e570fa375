package io.axiom.migration.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that reads or changes rows. */
public sealed interface Change extends Statement {

    /** @param columns lists of names of which none may repeat within its list: columns of an insert, targets of an update */
    record Write(Verb verb, QualifiedName table, List<List<Name>> columns, boolean filtered) implements Change {}

    /** Ways to write. */
    enum Verb {
        INSERT,
        UPDATE,
        DELETE,
        MERGE,
        COPY
    }

    /**
     * SELECT, VALUES, TABLE.
     *
     * @param locksRows FOR UPDATE and its kin
     * @param into the table that SELECT INTO makes
     */
    record Query(boolean locksRows, @Nullable QualifiedName into) implements Change {}

    /** @param cascade also empties tables that refer to these */
    record Truncate(List<QualifiedName> tables, boolean cascade) implements Change {}
}
