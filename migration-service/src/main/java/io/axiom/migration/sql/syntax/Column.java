package io.axiom.migration.sql.syntax;

import io.axiom.migration.sql.syntax.Constraint.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column being made.
 *
 * @param type absent where the dialect lets it be (SQLite, {@code CREATE TABLE … PARTITION OF})
 */
public record Column(Name name, @Nullable TypeName type, List<Constraint> constraints) {
    public Column {
        constraints = List.copyOf(constraints);
    }

    public Optional<Constraint> constraint(Kind kind) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == kind)
                .findFirst();
    }

    public boolean has(Kind kind) {
        return constraint(kind).isPresent();
    }

    /** Its default, unless that is NULL. */
    public Optional<Constraint> defaultValue() {
        return constraint(Kind.DEFAULT)
                .filter(constraint -> !constraint.expression().isNull());
    }
}
