package io.axiom.deployment.status;

import io.axiom.deployment.rollback.RollbackPlanner;
import io.axiom.language.Actor;
import io.axiom.language.deployment.EnvironmentCommand.DeleteRollbackPoint;
import io.axiom.language.deployment.RollbackPlan;
import io.axiom.language.deployment.request.ComponentRollbackRequest;
import io.axiom.language.deployment.request.EmergencyRollbackRequest;
import io.axiom.language.deployment.request.EnvironmentRollbackRequest;
import io.axiom.language.deployment.request.RollbackPointRequest;
import io.axiom.language.deployment.view.EnvironmentRollbackView;
import io.axiom.language.deployment.view.RollbackPointView;
import io.axiom.runtime.web.RequestCommands;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Going back: plan, do, look at; the points to go back to; and the one call for emergencies. */
@RestController
class RollbackController {
    private final RequestCommands requests;
    private final Environments environments;
    private final RollbackPlanner planner;

    RollbackController(RequestCommands requests, Environments environments, RollbackPlanner planner) {
        this.requests = requests;
        this.environments = environments;
        this.planner = planner;
    }

    @GetMapping("/api/environments/{environment}/rollback-plan")
    RollbackPlan plan(
            @PathVariable String environment,
            @RequestParam(defaultValue = "previous") String to,
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(required = false) @Nullable String schema) {
        return planner.plan(environment, to, component, Requests.schema(schema));
    }

    @PostMapping("/api/environments/{environment}/rollback")
    ResponseEntity<?> rollBack(
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        EnvironmentRollbackRequest request = Requests.read(body, EnvironmentRollbackRequest.class);
        if (Boolean.TRUE.equals(request.dryRun())) {
            return ResponseEntity.ok(planner.plan(
                    environment,
                    request.to() == null ? "previous" : request.to(),
                    request.component(),
                    request.schema()));
        }
        return accepted(requests.send(request.toCommand(environment), headers, actor));
    }

    @PostMapping("/api/environments/{environment}/components/{component}/rollback")
    ResponseEntity<?> rollBackComponent(
            @PathVariable String environment,
            @PathVariable String component,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        ComponentRollbackRequest request = Requests.read(body, ComponentRollbackRequest.class);
        return accepted(requests.send(request.toCommand(environment, component), headers, actor));
    }

    @PostMapping("/api/rollback/emergency")
    ResponseEntity<?> emergency(
            @RequestBody(required = false) byte @Nullable [] body, @RequestHeader HttpHeaders headers, Actor actor) {
        EmergencyRollbackRequest request = Requests.read(body, EmergencyRollbackRequest.class);
        return accepted(requests.send(request.toCommand(), headers, actor));
    }

    @GetMapping("/api/rollbacks/{id}")
    EnvironmentRollbackView rollback(@PathVariable String id) {
        return environments.rollback(id);
    }

    @GetMapping("/api/environments/{environment}/rollback-points")
    Deployments.Page<RollbackPointView> points(@PathVariable String environment) {
        return new Deployments.Page<>(environments.points(environment), null);
    }

    @PostMapping("/api/environments/{environment}/rollback-points")
    ResponseEntity<?> point(
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        RollbackPointRequest request = Requests.read(body, RollbackPointRequest.class);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(requests.send(request.toCommand(environment), headers, actor));
    }

    @DeleteMapping("/api/environments/{environment}/rollback-points/{id}")
    Map<String, Object> delete(
            @PathVariable String environment,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return requests.send(new DeleteRollbackPoint(environment, id, reason), headers, actor);
    }

    /** It has begun; where it is can be read at what the answer names. */
    private static ResponseEntity<?> accepted(Map<String, Object> answer) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(answer);
    }
}
