package io.axiom.deployment.status;

import io.axiom.language.Contexts;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.language.json.Json;
import io.axiom.runtime.projection.Positions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One deployment live: its view after each change, until it ended. Event ids are positions, so a reader can go on where it was. */
@RestController
class DeploymentStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Deployments deployments;
    private final Positions positions;

    DeploymentStream(Deployments deployments, Positions positions) {
        this.deployments = deployments;
        this.positions = positions;
    }

    @GetMapping(path = "/api/deployments/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        long seen = Requests.number("Last-Event-ID", lastEventId, 0, 0, Long.MAX_VALUE);
        deployments.get(id);
        SseEmitter emitter = new SseEmitter(0L);
        AtomicBoolean open = new AtomicBoolean(true);
        emitter.onCompletion(() -> open.set(false));
        emitter.onError(_ -> open.set(false));
        Thread.ofVirtual().name("stream-" + id).start(() -> run(id, seen, emitter, open));
        return emitter;
    }

    private void run(String id, long after, SseEmitter emitter, AtomicBoolean open) {
        long seen = after;
        try {
            while (open.get()) {
                long projected = positions.projected(Contexts.DEPLOYMENT);
                DeploymentView view = deployments.get(id);
                if (view.position() > seen) {
                    emitter.send(SseEmitter.event()
                            .id(Long.toString(view.position()))
                            .name("deployment")
                            .data(Json.mapper().writeValueAsString(view), MediaType.APPLICATION_JSON));
                    seen = view.position();
                }
                if (view.status().ended()) {
                    emitter.complete();
                    return;
                }
                if (!positions.await(Contexts.DEPLOYMENT, projected + 1, HEARTBEAT)) {
                    // Tells whether the reader is still there, and keeps proxies from closing a quiet stream.
                    emitter.send(SseEmitter.event().comment("still here"));
                }
            }
        } catch (IOException | IllegalStateException e) {
            // The reader left.
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        }
    }
}
