package io.axiom.language.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next give it as {@code after} (or as {@code before} with {@code order=desc}) for the next page; null at the end */
public record AuditPage(List<AuditEntry> items, @Nullable Long next) {}
