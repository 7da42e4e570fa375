package io.axiom.language.migration;

/**
 * A file of migrations, posted.
 *
 * @param name without folders, for example {@code V1__create_orders.sql}
 * @param content its text
 */
public record MigrationFile(String name, String content) {}
