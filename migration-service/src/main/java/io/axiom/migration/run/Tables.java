package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.database.Row;
import io.axiom.migration.sql.syntax.Change;
import io.axiom.migration.sql.syntax.QualifiedName;
import java.util.List;

/** MariaDB: whether the rows a statement writes are in a table that knows transactions. */
final class Tables {
    private Tables() {}

    static boolean transactional(Target target, String text) {
        if (!(Words.read(Engine.MARIADB, text) instanceof Change.Write write)) {
            return true;
        }
        QualifiedName table = write.table();
        String schema = table.isQualified()
                ? Engine.MARIADB.literal(
                        table.parts().get(table.parts().size() - 2).value())
                : "DATABASE()";
        List<Row> found = target.query("SELECT engine AS engine FROM information_schema.tables WHERE table_schema = "
                + schema + " AND table_name = "
                + Engine.MARIADB.literal(table.last().value()));
        return found.isEmpty()
                || found.getFirst().text("engine").equalsIgnoreCase("InnoDB")
                || found.getFirst().text("engine").isEmpty();
    }
}
