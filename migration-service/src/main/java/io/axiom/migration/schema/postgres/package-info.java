/** PostgreSQL's system catalogs, read into snapshots. Texts of definitions are PostgreSQL's own, with every name qualified. */
@NullMarked
package io.axiom.migration.schema.postgres;

import org.jspecify.annotations.NullMarked;
