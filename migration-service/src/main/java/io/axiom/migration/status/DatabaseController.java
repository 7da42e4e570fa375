package io.axiom.migration.status;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.migration.request.SchemaValidationRequest;
import io.axiom.language.migration.view.AppliedMigrationView;
import io.axiom.language.migration.view.DatabaseView;
import io.axiom.language.migration.view.LeaseView;
import io.axiom.language.migration.view.MigrationRunView;
import io.axiom.language.migration.view.SchemaDiffView;
import io.axiom.runtime.messages.JsonInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is known of databases. */
@RestController
@RequestMapping("/api/databases")
class DatabaseController {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Databases databases;
    private final Schemas schemas;

    DatabaseController(Databases databases, Schemas schemas) {
        this.databases = databases;
        this.schemas = schemas;
    }

    /**
     * Part of a list.
     *
     * @param next the {@code cursor} of the part that follows; null when this is the last
     */
    record Page<T>(List<T> items, @Nullable String next) {}

    @GetMapping
    Page<DatabaseView> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String environment) {
        int most = limit(limit);
        List<DatabaseView> oneMore = databases.list(most + 1, cursor, environment);
        List<DatabaseView> items = oneMore.subList(0, Math.min(most, oneMore.size()));
        return new Page<>(items, oneMore.size() > most ? items.getLast().databaseId() : null);
    }

    @GetMapping("/{database}")
    DatabaseView database(@PathVariable String database) {
        return databases.database(database);
    }

    @GetMapping("/{database}/migrations")
    Page<AppliedMigrationView> migrations(@PathVariable String database) {
        return new Page<>(databases.applied(database), null);
    }

    @GetMapping("/{database}/runs/{run}")
    MigrationRunView run(@PathVariable String database, @PathVariable String run) {
        return databases.run(database, run);
    }

    @GetMapping("/{database}/lease")
    LeaseView lease(@PathVariable String database) {
        return schemas.lease(database);
    }

    @GetMapping(path = "/{database}/schema", produces = MediaType.APPLICATION_JSON_VALUE)
    String schema(@PathVariable String database) {
        return schemas.snapshot(database).json();
    }

    @PostMapping("/{database}/schema/validate")
    SchemaDiffView validate(@PathVariable String database, @RequestBody byte[] body) {
        return schemas.validate(database, JsonInput.read(body, SchemaValidationRequest.class));
    }

    private static int limit(@Nullable String given) {
        try {
            int limit = given == null || given.isEmpty() ? USUAL : Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw new RejectedException(new Rejection(
                "request.parameter-invalid",
                Rejection.Kind.INVALID,
                "The parameter \"limit\" is not a number from 1 to " + MOST + '.',
                "Correct it and ask again.",
                Map.of("parameter", "limit")));
    }
}
