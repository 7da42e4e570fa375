package io.axiom.migration.inverse;

import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an engine keeps data aside. */
interface Keeper {
    /** Copies a table that is dropped. Answers where to, or null where it cannot be kept. */
    @Nullable
    String table(ObjectId table, Keep keep);

    /** Copies a column that is dropped or gets another type. Answers where to, or null where its rows could not be found again. */
    @Nullable
    String column(SchemaObject column, boolean dropped, Keep keep);

    /** Keeps the position of a sequence that is dropped. Answers where. */
    @Nullable
    String sequence(ObjectId sequence, Keep keep);

    /** Keeps every row a statement changes. Answers where, or null where rows could not be found again. */
    @Nullable
    String rows(List<ObjectId> tables, Keep keep);
}
