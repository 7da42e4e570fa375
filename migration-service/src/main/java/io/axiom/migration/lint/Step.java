package io.axiom.migration.lint;

import io.axiom.migration.sql.SqlStatement;
import io.axiom.migration.sql.syntax.Name;
import io.axiom.migration.sql.syntax.Statement;
import java.util.List;

/**
 * A statement in its place in the script.
 *
 * @param transaction number of the transaction it runs in, 0 outside any; BEGIN itself runs outside, COMMIT inside
 * @param longNames names of more than 63 bytes
 */
public record Step(int index, SqlStatement source, Statement statement, int transaction, List<Name> longNames) {
    public boolean inTransaction() {
        return transaction != 0;
    }

    /** Offset of its first token in the script. */
    public int offset() {
        return source.start().offset();
    }
}
