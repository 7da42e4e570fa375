/** SQLite's schema, read from its own table of statements and its pragmas. */
@NullMarked
package io.axiom.migration.schema.sqlite;

import org.jspecify.annotations.NullMarked;
