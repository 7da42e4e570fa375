package io.axiom.deployment.status;

import io.axiom.deployment.catalog.KnownVersions;
import io.axiom.language.Actor;
import io.axiom.language.Event;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.deployment.Release;
import io.axiom.language.deployment.RolloutCommand.StartDeployment;
import io.axiom.language.deployment.RolloutEvent.DeploymentStarted;
import io.axiom.language.deployment.Step;
import io.axiom.language.deployment.request.DeploymentActionRequest;
import io.axiom.language.deployment.request.StartDeploymentRequest;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.runtime.web.RequestCommands;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deployments: begin, steer, look at. */
@RestController
class DeploymentController {
    private final RequestCommands requests;
    private final Deployments deployments;
    private final KnownVersions versions;

    DeploymentController(RequestCommands requests, Deployments deployments, KnownVersions versions) {
        this.requests = requests;
        this.deployments = deployments;
        this.versions = versions;
    }

    /** What a deployment would do. */
    record Plan(
            String deploymentId,
            Release release,
            @Nullable Release previous,
            int instances,
            List<PlannedStep> plan,
            @Nullable List<String> warnings) {}

    record PlannedStep(int index, String description, Step step) {}

    @PostMapping("/api/deployments")
    ResponseEntity<?> start(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        StartDeploymentRequest request = Requests.read(body, StartDeploymentRequest.class);
        StartDeployment command = request.toCommand(versions.onlyComponent().orElse(null));
        if (dryRun || Boolean.TRUE.equals(request.dryRun())) {
            return ResponseEntity.ok(
                    plan(requests.decide(command, headers, actor).events()));
        }
        Map<String, Object> answer = requests.send(command, headers, actor);
        return ResponseEntity.created(URI.create("/api/deployments/" + answer.get("deploymentId")))
                .body(answer);
    }

    private static Plan plan(List<? extends Event> events) {
        for (Event event : events) {
            if (event instanceof DeploymentStarted started) {
                List<PlannedStep> steps = new ArrayList<>();
                for (Step step : started.plan()) {
                    steps.add(new PlannedStep(steps.size(), step.describe(), step));
                }
                return new Plan(
                        started.deploymentId(),
                        started.release(),
                        started.previous(),
                        started.instances(),
                        steps,
                        started.warnings());
            }
        }
        throw new IllegalStateException("A deployment that begins says so");
    }

    @PostMapping("/api/deployments/{id}/{action:promote|pause|resume|abort|retry|approve}")
    Map<String, Object> act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers,
            Actor actor) {
        DeploymentActionRequest request = Requests.read(body, DeploymentActionRequest.class);
        return requests.send(
                request.toCommand(DeploymentActionRequest.Action.valueOf(action.toUpperCase(Locale.ROOT)), id),
                headers,
                actor);
    }

    @GetMapping({"/api/deployments/{id}", "/api/deployment/{id}"})
    DeploymentView get(@PathVariable String id) {
        return deployments.get(id);
    }

    @GetMapping("/api/deployments")
    Deployments.Page<DeploymentView> list(
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return deployments.list(
                environment,
                component,
                status(status),
                Requests.limit(limit),
                Requests.number("cursor", cursor, Long.MAX_VALUE, 1, Long.MAX_VALUE));
    }

    private static @Nullable String status(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        List<String> words = Arrays.stream(DeploymentStatus.values())
                .map(DeploymentStatus::word)
                .toList();
        String word = text.toLowerCase(Locale.ROOT).replace('-', '_');
        if (!words.contains(word)) {
            throw new RejectedException(new Rejection(
                    "request.parameter-invalid",
                    Rejection.Kind.INVALID,
                    "There is no status \"" + Texts.shorten(text, 40) + "\".",
                    "Use one of " + words.stream().collect(Collectors.joining(", ")) + '.',
                    Map.of("parameter", "status")));
        }
        return word;
    }
}
