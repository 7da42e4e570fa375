package io.axiom.migration.lint.locks;

import io.axiom.migration.sql.syntax.AlterAction;
import io.axiom.migration.sql.syntax.Constraint;
import io.axiom.migration.sql.syntax.Constraint.Kind;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The locks of CREATE, ALTER and DROP. */
final class DefinitionLock {
    private static final Set<String> RELATIONS =
            Set.of("table", "view", "materialized view", "foreign table", "index", "sequence");

    private DefinitionLock() {}

    static StatementLock of(Definition definition) {
        return switch (definition) {
            case Definition.CreateTable create -> create(create);
            case Definition.AlterTable alter -> alter(alter);
            case Definition.CreateIndex index ->
                StatementLock.on(
                        index.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE, index.table());
            case Definition.Drop drop -> drop(drop);
            case Definition.CreateView _,
                    Definition.CreateDomain _,
                    Definition.AlterDomain _,
                    Definition.AddEnumValue _ -> StatementLock.NONE;
            case Definition.Other other -> other(other);
        };
    }

    private static StatementLock create(Definition.CreateTable create) {
        List<QualifiedName> referenced = new ArrayList<>();
        Stream.concat(
                        create.constraints().stream(),
                        create.columns().stream().flatMap(column -> column.constraints().stream()))
                .map(Constraint::references)
                .filter(table -> table != null && !table.mayBe(create.table()))
                .forEach(referenced::add);
        return referenced.isEmpty() ? StatementLock.NONE : new StatementLock(LockMode.SHARE_ROW_EXCLUSIVE, referenced);
    }

    /** The strongest of its actions'. */
    private static StatementLock alter(Definition.AlterTable alter) {
        LockMode mode = LockMode.UNKNOWN;
        for (AlterAction action : alter.actions()) {
            mode = mode.or(action(action));
        }
        return StatementLock.on(mode, alter.table());
    }

    /** PostgreSQL's {@code AlterTableGetLockLevel}, as its manual tells it. */
    private static LockMode action(AlterAction action) {
        return switch (action) {
            case AlterAction.ValidateConstraint _, AlterAction.SetParameters _, AlterAction.AttachPartition _ ->
                LockMode.SHARE_UPDATE_EXCLUSIVE;
            case AlterAction.DetachPartition detach ->
                detach.concurrently() || detach.finish() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            case AlterAction.SwitchTrigger _ -> LockMode.SHARE_ROW_EXCLUSIVE;
            case AlterAction.AddConstraint add ->
                add.constraint().kind() == Kind.FOREIGN_KEY ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
            default -> LockMode.ACCESS_EXCLUSIVE;
        };
    }

    private static StatementLock drop(Definition.Drop drop) {
        if (drop.table() != null && !drop.object().equals("index")) {
            return StatementLock.on(LockMode.ACCESS_EXCLUSIVE, drop.table());
        }
        if (!RELATIONS.contains(drop.object())) {
            return StatementLock.NONE;
        }
        boolean index = drop.object().equals("index");
        LockMode mode = drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        return new StatementLock(mode, index ? List.of() : drop.names());
    }

    private static StatementLock other(Definition.Other other) {
        QualifiedName table = other.table();
        if (table == null) {
            return StatementLock.NONE;
        }
        return switch (other.verb() + " " + other.object()) {
            case "create trigger", "alter sequence" -> StatementLock.on(LockMode.SHARE_ROW_EXCLUSIVE, table);
            case "create policy",
                    "create rule",
                    "alter policy",
                    "alter trigger",
                    "alter rule",
                    "alter view",
                    "alter materialized view",
                    "alter index" -> StatementLock.on(LockMode.ACCESS_EXCLUSIVE, table);
            case "comment on", "create statistics" -> StatementLock.on(LockMode.SHARE_UPDATE_EXCLUSIVE, table);
            default -> StatementLock.NONE;
        };
    }
}
