package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import java.util.List;

/** Where the rows of a catalog query come from: the database, or what was read of it before. */
interface CatalogRows {
    List<Row> of(String query);
}
