package io.axiom.deployment.status;

import io.axiom.language.Actor;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.deployment.EnvironmentCommand.ChangePolicy;
import io.axiom.language.deployment.Policy;
import io.axiom.language.deployment.RollbackTarget;
import io.axiom.language.deployment.request.EnvironmentRequest;
import io.axiom.language.deployment.view.EnvironmentView;
import io.axiom.runtime.log.History;
import io.axiom.runtime.web.RequestCommands;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Environments: create, look at as of now or of any moment, change the policy. */
@RestController
@RequestMapping("/api/environments")
class EnvironmentController {
    private final RequestCommands requests;
    private final Environments environments;
    private final History history;

    EnvironmentController(RequestCommands requests, Environments environments, History history) {
        this.requests = requests;
        this.environments = environments;
        this.history = history;
    }

    @GetMapping
    Deployments.Page<EnvironmentView> list() {
        return new Deployments.Page<>(environments.list(), null);
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> create(
            @RequestBody(required = false) byte @Nullable [] body, @RequestHeader HttpHeaders headers, Actor actor) {
        EnvironmentRequest request = Requests.read(body, EnvironmentRequest.class);
        Map<String, Object> answer = requests.send(request.toCommand(), headers, actor);
        return ResponseEntity.created(URI.create("/api/environments/" + request.name()))
                .body(answer);
    }

    @GetMapping("/{environment}")
    EnvironmentView get(@PathVariable String environment, @RequestParam(required = false) @Nullable String at) {
        return at == null ? environments.get(environment) : environments.at(environment, position(at));
    }

    @PutMapping("/{environment}/policy")
    Map<String, Object> policy(
            @PathVariable String environment,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        return requests.send(new ChangePolicy(environment, Requests.read(body, Policy.class)), headers, actor);
    }

    private long position(String at) {
        return switch (RollbackTarget.parse(at)) {
            case RollbackTarget.Position(long position) -> position;
            case RollbackTarget.At(var instant) -> history.positionAt(instant).orElse(0);
            case RollbackTarget.Previous _, RollbackTarget.LatestPoint _, RollbackTarget.Point _ ->
                throw new RejectedException(new Rejection(
                        "request.parameter-invalid",
                        Rejection.Kind.INVALID,
                        "The parameter \"at\" is neither a position nor an instant.",
                        "Give a position (1234) or an instant (2026-11-20T03:00:00Z).",
                        Map.of("parameter", "at")));
        };
    }
}
