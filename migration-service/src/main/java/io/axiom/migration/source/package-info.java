/**
 * Where migrations come from, a directory or a commit in Git: SQL files with a front matter and up and down sections, and
 * Flyway's folders as they are; their checksums, and the order their dependencies demand.
 */
@NullMarked
package io.axiom.migration.source;

import org.jspecify.annotations.NullMarked;
