/** MariaDB's information schema, read into snapshots; names are relative to the database. */
@NullMarked
package io.axiom.migration.schema.mariadb;

import org.jspecify.annotations.NullMarked;
