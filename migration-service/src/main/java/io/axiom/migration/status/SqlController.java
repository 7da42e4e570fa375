package io.axiom.migration.status;

import io.axiom.language.Required;
import io.axiom.language.migration.request.LintRequest;
import io.axiom.language.migration.request.SchemaDiffRequest;
import io.axiom.language.migration.view.LintView;
import io.axiom.language.migration.view.SchemaDiffView;
import io.axiom.migration.lint.LintOptions;
import io.axiom.migration.lint.Linter;
import io.axiom.migration.plan.Findings;
import io.axiom.migration.schema.diff.Scratch;
import io.axiom.migration.sql.Dialect;
import io.axiom.runtime.messages.JsonInput;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about SQL that concern no registered database. */
@RestController
@RequestMapping("/api/migrations")
class SqlController {
    private final ScratchServers servers;

    SqlController(ScratchServers servers) {
        this.servers = servers;
    }

    @PostMapping("/lint")
    LintView lint(@RequestBody byte[] body) {
        LintRequest request = JsonInput.read(body, LintRequest.class);
        LintOptions options = LintOptions.defaults()
                .inTransaction(Boolean.TRUE.equals(request.inTransaction()))
                .only(request.rules() == null ? Set.of() : Set.copyOf(request.rules()))
                .without(request.without() == null ? Set.of() : Set.copyOf(request.without()));
        if (request.postgresVersion() != null) {
            options = options.onPostgres(request.postgresVersion());
        }
        Dialect dialect = Dialect.of(Required.field("dialect", request.dialect()));
        return new LintView(Findings.of(Linter.lint(dialect, Required.field("sql", request.sql()), options), 0));
    }

    @PostMapping("/schema/diff")
    SchemaDiffView diff(@RequestBody byte[] body) {
        SchemaDiffRequest request = JsonInput.read(body, SchemaDiffRequest.class);
        Dialect dialect = Dialect.of(Required.field("dialect", request.dialect()));
        return Schemas.view(Scratch.between(
                servers.of(dialect),
                request.from() == null ? "" : request.from(),
                request.to() == null ? "" : request.to()));
    }
}
