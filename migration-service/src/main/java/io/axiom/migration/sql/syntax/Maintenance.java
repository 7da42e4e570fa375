package io.axiom.migration.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that tends tables or locks them. */
public sealed interface Maintenance extends Statement {

    record Vacuum(boolean full, List<QualifiedName> tables) implements Maintenance {}

    record Cluster(@Nullable QualifiedName table) implements Maintenance {}

    record Repack(@Nullable QualifiedName table, boolean concurrently) implements Maintenance {}

    /** @param object {@code index}, {@code table}, {@code schema}, {@code database} or {@code system} */
    record Reindex(String object, @Nullable QualifiedName name, boolean concurrently) implements Maintenance {}

    record Refresh(QualifiedName view, boolean concurrently) implements Maintenance {}

    record Analyze(List<QualifiedName> tables) implements Maintenance {}

    /** @param mode in upper case, such as {@code SHARE ROW EXCLUSIVE} */
    record Lock(List<QualifiedName> tables, String mode) implements Maintenance {}
}
