package io.axiom.migration.lint.locks;

import io.axiom.migration.sql.Dialect;
import io.axiom.migration.sql.StatementSplitter;
import io.axiom.migration.sql.reader.StatementReader;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.Maintenance;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Statement;
import io.axiom.migration.sql.syntax.Unread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which lock a PostgreSQL statement takes. Source: the pages of PostgreSQL's manual on each statement. */
public final class LockOf {
    private LockOf() {}

    /**
     * The lock of the first statement of a text.
     *
     * @throws io.axiom.language.RejectedException when the text cannot be split
     */
    public static StatementLock statement(String sql) {
        return StatementSplitter.of(Dialect.POSTGRESQL).split(sql).stream()
                .findFirst()
                .map(first -> statement(StatementReader.of(Dialect.POSTGRESQL).read(first)))
                .orElse(StatementLock.NONE);
    }

    public static StatementLock statement(Statement statement) {
        return switch (statement) {
            case Definition definition -> DefinitionLock.of(definition);
            case Change change -> change(change);
            case Maintenance maintenance -> maintenance(maintenance);
            case Statement.Transaction _, Statement.SetParameter _, Unread _ -> StatementLock.NONE;
        };
    }

    private static StatementLock change(Change change) {
        return switch (change) {
            case Change.Write write -> StatementLock.on(LockMode.ROW_EXCLUSIVE, write.table());
            case Change.Query query ->
                new StatementLock(query.locksRows() ? LockMode.ROW_SHARE : LockMode.ACCESS_SHARE, List.of());
            case Change.Truncate truncate -> new StatementLock(LockMode.ACCESS_EXCLUSIVE, truncate.tables());
        };
    }

    private static StatementLock maintenance(Maintenance maintenance) {
        return switch (maintenance) {
            case Maintenance.Vacuum vacuum ->
                new StatementLock(either(!vacuum.full(), LockMode.SHARE_UPDATE_EXCLUSIVE), vacuum.tables());
            case Maintenance.Cluster cluster -> new StatementLock(LockMode.ACCESS_EXCLUSIVE, optional(cluster.table()));
            case Maintenance.Repack repack ->
                new StatementLock(
                        either(repack.concurrently(), LockMode.SHARE_UPDATE_EXCLUSIVE), optional(repack.table()));
            case Maintenance.Reindex reindex ->
                new StatementLock(
                        either(reindex.concurrently(), LockMode.SHARE_UPDATE_EXCLUSIVE),
                        reindex.object().equals("table") ? optional(reindex.name()) : List.of());
            case Maintenance.Refresh refresh ->
                StatementLock.on(either(refresh.concurrently(), LockMode.EXCLUSIVE), refresh.view());
            case Maintenance.Analyze analyze -> new StatementLock(LockMode.SHARE_UPDATE_EXCLUSIVE, analyze.tables());
            case Maintenance.Lock lock -> new StatementLock(LockMode.ofSql(lock.mode()), lock.tables());
        };
    }

    private static LockMode either(boolean light, LockMode lightMode) {
        return light ? lightMode : LockMode.ACCESS_EXCLUSIVE;
    }

    private static List<QualifiedName> optional(@Nullable QualifiedName table) {
        return table == null ? List.of() : List.of(table);
    }
}
