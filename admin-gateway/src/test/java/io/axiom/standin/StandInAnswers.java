package io.axiom.standin;

import io.axiom.language.Contexts;
import io.axiom.runtime.log.History;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Just enough to see that a question reached the right service with the right words. */
@RestController
public class StandInAnswers {
    private final String context;
    private final History history;

    StandInAnswers(String context, History history) {
        this.context = context;
        this.history = history;
    }

    @GetMapping({"/api/components", "/api/environments"})
    Map<String, Object> list(@RequestParam Map<String, String> asked) {
        return context.equals(Contexts.VERSION)
                ? Map.of("items", List.of(Map.of("name", "shop-agent", "versions", 1)))
                : Map.of("items", "200".equals(asked.get("limit")) ? List.of(environment()) : List.of());
    }

    private static Map<String, Object> environment() {
        return Map.of(
                "environmentId",
                "staging",
                "components",
                List.of(
                        Map.of("component", "shop-agent", "version", "1.0.0"),
                        Map.of("component", "other", "version", "2.0.0")));
    }

    @GetMapping("/api/components/{name}/compare")
    Map<String, Object> compare(@PathVariable String name, @RequestParam String from, @RequestParam String to) {
        return Map.of("component", name, "from", from, "to", to);
    }

    @GetMapping({
        "/api/components/{name}",
        "/api/environments/{name}",
        "/api/deployments/{name}",
        "/api/deployment/{name}",
        "/api/environments/{name}/rollback-plan"
    })
    Map<String, Object> one(
            @PathVariable String name,
            @RequestParam Map<String, String> asked,
            @RequestHeader(name = "Axiom-Min-Position", required = false) String position) {
        return Map.of(
                "answeredBy", context, "name", name, "asked", asked, "position", position == null ? "" : position);
    }

    @PostMapping({"/api/versioning/surfaces", "/api/versioning/surfaces/compare"})
    Map<String, Object> taken(
            @RequestBody byte[] body, @RequestHeader("Content-Type") String type, HttpServletRequest request) {
        return Map.of("answeredBy", context, "path", request.getRequestURI(), "type", type, "bytes", body.length);
    }

    @GetMapping("/api/**")
    Map<String, Object> anything() {
        return Map.of("answeredBy", context);
    }

    @GetMapping(path = "/api/deployments/{name}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String name,
            @RequestHeader(name = "Last-Event-ID", required = false, defaultValue = "0") long last) {
        SseEmitter events = new SseEmitter(0L);
        Thread.ofVirtual().start(() -> {
            try {
                for (long position = last + 1; position <= 3; position++) {
                    events.send(SseEmitter.event()
                            .id(Long.toString(position))
                            .data("{\"deploymentId\":\"" + name + "\"}", MediaType.APPLICATION_JSON));
                }
                events.complete();
            } catch (IOException e) {
                events.completeWithError(e);
            }
        });
        return events;
    }
}
