package io.axiom.gateway.migration;

import io.axiom.gateway.command.Answer;
import io.axiom.gateway.command.Dispatch;
import io.axiom.gateway.proxy.Forwarding;
import io.axiom.gateway.route.Call;
import io.axiom.gateway.route.Endpoint;
import io.axiom.gateway.route.PageOf;
import io.axiom.gateway.route.Routes;
import io.axiom.language.Contexts;
import io.axiom.language.Role;
import io.axiom.language.json.Json;
import io.axiom.language.migration.request.DatabaseRequest;
import io.axiom.language.migration.request.SchemaValidationRequest;
import io.axiom.language.migration.view.AppliedMigrationView;
import io.axiom.language.migration.view.DatabaseView;
import io.axiom.language.migration.view.LeaseView;
import io.axiom.language.migration.view.MigrationRunView;
import io.axiom.language.migration.view.SchemaDiffView;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /api/databases}: what there is, what is applied, who works on it. */
@Component
final class DatabaseRoutes implements Routes {
    static final String TAG = "migrations";
    static final String DATABASE = "/api/databases/{database}";
    /** Of schemas and scripts that are asked about: no service reads larger JSON. */
    static final int LARGEST = Json.MAX_DOCUMENT;

    private final Dispatch dispatch;
    private final Forwarding forwarding;

    DatabaseRoutes(Dispatch dispatch, Forwarding forwarding) {
        this.dispatch = dispatch;
        this.forwarding = forwarding;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/databases", TAG, "The databases that are migrated.")
                        .paged()
                        .query("environment", "string", "Only those of this environment.")
                        .answers(200, new PageOf(DatabaseView.class), "Databases by name.")
                        .by(this::forward),
                Endpoint.post("/api/databases", TAG, "Register a database; where its password is, not what it is.")
                        .role(Role.ADMIN)
                        .body(DatabaseRequest.class)
                        .answers(201, Answer.Accepted.class, "Registered.")
                        .by(this::register),
                Endpoint.get(DATABASE, TAG, "One database.")
                        .answers(200, DatabaseView.class, "The database.")
                        .by(this::forward),
                Endpoint.changing(HttpMethod.PUT, DATABASE, TAG, "Change URL, credentials or policy of a database.")
                        .role(Role.ADMIN)
                        .body(DatabaseRequest.class)
                        .answers(200, Answer.Accepted.class, "Changed.")
                        .by(call -> dispatch.send(
                                call,
                                Contexts.MIGRATION,
                                call.body(DatabaseRequest.class).toChange(call.path("database")))),
                Endpoint.get(DATABASE + "/migrations", TAG, "The migrations that are applied, in their order.")
                        .answers(200, new PageOf(AppliedMigrationView.class), "The migrations.")
                        .by(this::forward),
                Endpoint.get(DATABASE + "/runs/{run}", TAG, "A run and how far it is; last for the last one.")
                        .answers(200, MigrationRunView.class, "The run.")
                        .by(this::forward),
                Endpoint.get(DATABASE + "/lease", TAG, "Who works on a database, since when, on which statement.")
                        .answers(200, LeaseView.class, "Who holds it.")
                        .by(this::forward),
                Endpoint.get(DATABASE + "/schema", TAG, "The schema as it is, as a snapshot.")
                        .answers(200, Object.class, "The snapshot.")
                        .by(this::forward),
                Endpoint.ask(DATABASE + "/schema/validate", TAG, "How the schema differs from the expected one.")
                        .body(SchemaValidationRequest.class)
                        .content("application/json", LARGEST)
                        .answers(200, SchemaDiffView.class, "The differences, and the statements that end them.")
                        .by(call -> forwarding.forwardBody(Contexts.MIGRATION, call)));
    }

    private ServerResponse register(Call call) {
        var command = call.body(DatabaseRequest.class).toCommand();
        return dispatch.send(call, Contexts.MIGRATION, command, _ -> "/api/databases/" + command.databaseId());
    }

    private ServerResponse forward(Call call) throws Exception {
        return forwarding.forward(Contexts.MIGRATION, call);
    }
}
