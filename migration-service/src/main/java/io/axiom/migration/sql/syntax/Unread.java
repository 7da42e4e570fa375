package io.axiom.migration.sql.syntax;

/**
 * A statement that was not understood, so a person must judge it.
 *
 * @param reason what was found where something else was expected, in words
 * @param offset where, in the script
 */
public record Unread(String reason, int offset) implements Statement {}
