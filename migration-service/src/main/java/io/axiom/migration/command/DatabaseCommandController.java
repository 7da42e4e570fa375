package io.axiom.migration.command;

import io.axiom.language.Actor;
import io.axiom.language.Command;
import io.axiom.language.Reply;
import io.axiom.language.migration.request.BaselineRequest;
import io.axiom.language.migration.request.DatabaseRequest;
import io.axiom.language.migration.request.MigrateRequest;
import io.axiom.language.migration.request.MigrationRollbackRequest;
import io.axiom.language.migration.request.RepairRequest;
import io.axiom.language.migration.request.UnstickRequest;
import io.axiom.migration.status.Plans;
import io.axiom.runtime.messages.JsonInput;
import io.axiom.runtime.web.RequestCommands;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to a database, decided here at once; a run goes on after the answer. */
@RestController
@RequestMapping("/api/databases")
class DatabaseCommandController {
    private final RequestCommands commands;
    private final Plans plans;

    DatabaseCommandController(RequestCommands commands, Plans plans) {
        this.commands = commands;
        this.plans = plans;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> register(
            @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        Reply.Accepted accepted =
                commands.accepted(JsonInput.read(body, DatabaseRequest.class).toCommand(), headers, actor);
        return ResponseEntity.created(URI.create("/api/databases/" + accepted.aggregateId()))
                .body(RequestCommands.answer(accepted));
    }

    @PutMapping("/{database}")
    Map<String, Object> change(
            @PathVariable String database, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        return commands.send(JsonInput.read(body, DatabaseRequest.class).toChange(database), headers, actor);
    }

    @PostMapping("/{database}/migrate")
    ResponseEntity<?> migrate(
            @PathVariable String database, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        MigrateRequest request = JsonInput.read(body, MigrateRequest.class);
        return Boolean.TRUE.equals(request.dryRun())
                ? ResponseEntity.ok(plans.plan(request.toCommand(database), Boolean.TRUE.equals(request.rehearse())))
                : run(request.toCommand(database), headers, actor);
    }

    @PostMapping("/{database}/rollback")
    ResponseEntity<?> rollBack(
            @PathVariable String database, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        MigrationRollbackRequest request = JsonInput.read(body, MigrationRollbackRequest.class);
        return Boolean.TRUE.equals(request.dryRun())
                ? ResponseEntity.ok(plans.plan(request.toCommand(database)))
                : run(request.toCommand(database), headers, actor);
    }

    @PostMapping("/{database}/baseline")
    Map<String, Object> baseline(
            @PathVariable String database, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        return commands.send(JsonInput.read(body, BaselineRequest.class).toCommand(database), headers, actor);
    }

    @PostMapping("/{database}/migrations/{migration}/repair")
    Map<String, Object> repair(
            @PathVariable String database,
            @PathVariable String migration,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return commands.send(JsonInput.read(body, RepairRequest.class).toCommand(database, migration), headers, actor);
    }

    @PostMapping("/{database}/unstick")
    Map<String, Object> unstick(
            @PathVariable String database, @RequestBody byte[] body, @RequestHeader HttpHeaders headers, Actor actor) {
        return commands.send(JsonInput.read(body, UnstickRequest.class).toCommand(database), headers, actor);
    }

    private ResponseEntity<?> run(Command command, HttpHeaders headers, Actor actor) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(commands.send(command, headers, actor));
    }
}
