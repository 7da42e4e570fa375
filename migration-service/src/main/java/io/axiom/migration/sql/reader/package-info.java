/** Reads statements from tokens by recursive descent, without recursion into queries or expressions: bounded in stack and time. */
@NullMarked
package io.axiom.migration.sql.reader;

import org.jspecify.annotations.NullMarked;
