package io.axiom.migration.sql.syntax;

import org.jspecify.annotations.Nullable;

/** One action of ALTER TABLE. Each knows the offset of its first word. */
public sealed interface AlterAction {
    int offset();

    record AddColumn(Column column, boolean ifNotExists, int offset) implements AlterAction {}

    record DropColumn(Name column, boolean ifExists, boolean cascade, int offset) implements AlterAction {}

    record SetType(Name column, TypeName type, Expression using, int offset) implements AlterAction {}

    record SetNotNull(Name column, int offset) implements AlterAction {}

    record DropNotNull(Name column, int offset) implements AlterAction {}

    record SetDefault(Name column, Expression value, int offset) implements AlterAction {}

    record DropDefault(Name column, int offset) implements AlterAction {}

    record AddConstraint(Constraint constraint, int offset) implements AlterAction {}

    record DropConstraint(Name constraint, boolean ifExists, int offset) implements AlterAction {}

    record ValidateConstraint(Name constraint, int offset) implements AlterAction {}

    record RenameColumn(Name from, Name to, int offset) implements AlterAction {}

    record RenameTable(QualifiedName to, int offset) implements AlterAction {}

    record RenameOther(String what, int offset) implements AlterAction {}

    record AttachPartition(QualifiedName partition, int offset) implements AlterAction {}

    record DetachPartition(QualifiedName partition, boolean concurrently, boolean finish, int offset)
            implements AlterAction {}

    /** MySQL's {@code MODIFY} and {@code CHANGE}: the whole column is said again. */
    record RedefineColumn(Name column, Column definition, boolean renames, int offset) implements AlterAction {}

    /** MySQL's {@code ADD INDEX}. */
    record AddIndex(boolean unique, int offset) implements AlterAction {}

    /** What changes only planner or storage settings, and takes a light lock: statistics, storage parameters, CLUSTER ON. */
    record SetParameters(int offset) implements AlterAction {}

    /** {@code ENABLE} or {@code DISABLE TRIGGER}. */
    record SwitchTrigger(int offset) implements AlterAction {}

    /** What writes the whole table again: {@code SET LOGGED}, {@code SET TABLESPACE}, {@code SET ACCESS METHOD}. */
    record Rewrite(String what, int offset) implements AlterAction {}

    /** MySQL's {@code NAME = VALUE}: {@code ENGINE}, {@code ALGORITHM}, {@code LOCK}, {@code CHARSET}. Name in upper case. */
    record Option(String name, @Nullable String value, int offset) implements AlterAction {}

    /** Anything else that was recognised, such as OWNER TO. */
    record Other(String what, int offset) implements AlterAction {}
}
