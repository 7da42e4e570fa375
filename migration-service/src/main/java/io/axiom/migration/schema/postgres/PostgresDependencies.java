package io.axiom.migration.schema.postgres;

import io.axiom.migration.database.Row;
import io.axiom.migration.schema.Assembly;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code pg_depend}: which object needs which, as PostgreSQL itself keeps it. */
final class PostgresDependencies {
    static final String DEPENDENCIES = """
            SELECT d.deptype AS type, d.classid::regclass::text AS catalog, d.objid AS oid, d.objsubid AS part,
              d.refclassid::regclass::text AS other_catalog, d.refobjid AS other_oid, d.refobjsubid AS other_part
            FROM pg_depend d WHERE d.refobjid >= 16384 AND d.objid >= 16384
            ORDER BY d.deptype <> 'e'""";

    private PostgresDependencies() {}

    static void read(CatalogRows rows, Assembly assembly) {
        List<Row> all = rows.of(DEPENDENCIES);
        for (Row row : all) {
            if (row.text("type").equals("e")) {
                ObjectId extension = assembly.at(row.text("other_catalog") + ':' + row.text("other_oid"));
                if (extension != null) {
                    assembly.alias(row.text("catalog") + ':' + row.text("oid"), extension);
                }
            } else {
                depend(row, assembly);
            }
        }
    }

    private static void depend(Row row, Assembly assembly) {
        ObjectId id = resolve(assembly, row.text("catalog"), row.text("oid"), row.number("part"));
        ObjectId other = resolve(assembly, row.text("other_catalog"), row.text("other_oid"), row.number("other_part"));
        Assembly.Draft draft = assembly.draft(id);
        if (draft == null
                || other == null
                || other.kind() == Kind.SCHEMA && draft.id().kind() == Kind.SCHEMA) {
            return;
        }
        boolean ownedSequence = draft.id().kind() == Kind.SEQUENCE && other.kind() == Kind.COLUMN;
        boolean identity = draft.id().equals(other);
        boolean ownColumn = draft.id().kind() == Kind.TABLE
                && other.kind() == Kind.COLUMN
                && other.owner().equals(draft.id().name())
                && other.schema().equals(draft.id().schema());
        if (!ownedSequence && !identity && !ownColumn) {
            draft.needs(other);
        }
    }

    private static @Nullable ObjectId resolve(Assembly assembly, String catalog, String oid, int part) {
        ObjectId exact = part == 0 ? null : assembly.at(catalog + ':' + oid + ':' + part);
        return exact == null ? assembly.at(catalog + ':' + oid) : exact;
    }
}
