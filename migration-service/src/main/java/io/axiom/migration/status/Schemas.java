package io.axiom.migration.status;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.migration.request.SchemaValidationRequest;
import io.axiom.language.migration.view.LeaseView;
import io.axiom.language.migration.view.SchemaDiffView;
import io.axiom.migration.database.SqlFailure;
import io.axiom.migration.database.SqlSession;
import io.axiom.migration.plan.Housekeeping;
import io.axiom.migration.plan.Targets;
import io.axiom.migration.registry.CurrentDatabases;
import io.axiom.migration.registry.DatabaseState.Registered;
import io.axiom.migration.run.LeaseHolder;
import io.axiom.migration.run.Leases;
import io.axiom.migration.schema.Catalog;
import io.axiom.migration.schema.Snapshot;
import io.axiom.migration.schema.diff.Difference;
import io.axiom.migration.schema.diff.SchemaDiff;
import io.axiom.migration.schema.diff.Scratch;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What target databases themselves say: their schema, and who works on them. */
@Component
class Schemas {
    private final CurrentDatabases databases;
    private final Targets targets;

    Schemas(CurrentDatabases databases, Targets targets) {
        this.databases = databases;
        this.targets = targets;
    }

    Snapshot snapshot(String databaseId) {
        try (SqlSession session = targets.open(databases.require(databaseId))) {
            return Housekeeping.without(Catalog.read(session));
        }
    }

    /** From the schema as it is to the one that is expected. */
    SchemaDiffView validate(String databaseId, SchemaValidationRequest request) {
        if ((request.sql() == null) == (request.snapshot() == null)) {
            throw new RejectedException(new Rejection(
                    "request.invalid",
                    Rejection.Kind.INVALID,
                    "The expected schema is given as sql or as snapshot.",
                    "Give one of \"sql\" and \"snapshot\"."));
        }
        Registered database = databases.require(databaseId);
        Snapshot expected =
                request.sql() == null ? read(String.valueOf(request.snapshot())) : build(database, request.sql());
        return view(SchemaDiff.between(snapshot(databaseId), expected));
    }

    private Snapshot build(Registered database, String sql) {
        try {
            return Scratch.schema(targets.address(database), sql);
        } catch (SqlFailure e) {
            throw new RejectedException(new Rejection(
                    "migration.no-scratch-database",
                    Rejection.Kind.UNPROCESSABLE,
                    "No scratch database can be made beside \"" + database.databaseId() + "\": " + e.getMessage(),
                    "Let its user create databases, or give the expected schema as a snapshot."));
        }
    }

    private static Snapshot read(String json) {
        try {
            return Snapshot.fromJson(json);
        } catch (RuntimeException e) {
            throw new RejectedException(new Rejection(
                    "migration.snapshot-unreadable",
                    Rejection.Kind.INVALID,
                    "This is not a snapshot of a schema.",
                    "Take one with: axiom database schema <database>."));
        }
    }

    static SchemaDiffView view(SchemaDiff diff) {
        return new SchemaDiffView(
                diff.same(),
                diff.differences().stream().map(Schemas::view).toList(),
                diff.statements(),
                diff.unreachable());
    }

    private static SchemaDiffView.Difference view(Difference difference) {
        return new SchemaDiffView.Difference(
                difference.object().text(),
                difference.change().name().toLowerCase(Locale.ROOT),
                difference.property(),
                difference.sentence());
    }

    LeaseView lease(String databaseId) {
        try (SqlSession session = targets.open(databases.require(databaseId))) {
            return Leases.holder(session)
                    .map(holder -> view(databaseId, holder))
                    .orElseGet(() -> new LeaseView(
                            databaseId, "Nobody works on " + databaseId + ".", null, null, null, null, null));
        }
    }

    private static LeaseView view(String databaseId, LeaseHolder holder) {
        return new LeaseView(
                databaseId,
                holder.sentence(),
                holder.holder(),
                holder.since(),
                holder.left().toSeconds(),
                holder.migration().isEmpty() ? null : holder.migration(),
                holder.statement());
    }
}
