package io.axiom.migration.lint;

import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a script is judged against.
 *
 * @param postgresVersion the server's major version
 * @param inTransaction whether whoever runs the script puts it into one transaction
 * @param only ids of the rules to ask; empty for all
 * @param without ids of rules not to ask
 * @param viewsOf which views read which table, where the database was asked; names as the database writes them
 */
public record LintOptions(
        int postgresVersion,
        boolean inTransaction,
        Set<String> only,
        Set<String> without,
        Map<String, List<String>> viewsOf) {

    public static final int DEFAULT_POSTGRES_VERSION = 15;

    public LintOptions {
        only = Set.copyOf(only);
        without = Set.copyOf(without);
        viewsOf = Map.copyOf(viewsOf);
    }

    /** Every rule, PostgreSQL 15, no transaction around the script. */
    public static LintOptions defaults() {
        return new LintOptions(DEFAULT_POSTGRES_VERSION, false, Set.of(), Set.of(), Map.of());
    }

    public LintOptions onPostgres(int version) {
        return new LintOptions(version, inTransaction, only, without, viewsOf);
    }

    public LintOptions inTransaction(boolean wrapped) {
        return new LintOptions(postgresVersion, wrapped, only, without, viewsOf);
    }

    public LintOptions only(Set<String> rules) {
        return new LintOptions(postgresVersion, inTransaction, rules, without, viewsOf);
    }

    public LintOptions without(Set<String> rules) {
        return new LintOptions(postgresVersion, inTransaction, only, rules, viewsOf);
    }

    public LintOptions viewsOf(Map<String, List<String>> views) {
        return new LintOptions(postgresVersion, inTransaction, only, without, views);
    }

    /** The views known to read a table. */
    public List<String> viewsReading(QualifiedName table) {
        List<String> exact = viewsOf.getOrDefault(table.toString(), List.of());
        return exact.isEmpty() ? viewsOf.getOrDefault(table.last().value(), List.of()) : exact;
    }
}
