package io.axiom.gateway.status;

import io.axiom.eventstore.EventLog;
import io.axiom.gateway.audit.AuditIntake;
import io.axiom.gateway.audit.AuditReader;
import io.axiom.gateway.proxy.ServiceAddresses;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import io.axiom.language.deployment.view.EnvironmentView;
import io.axiom.language.json.Json;
import io.axiom.language.status.PlatformStatus;
import io.axiom.language.status.PlatformStatus.Part;
import io.axiom.runtime.kafka.RelayStatus;
import io.axiom.runtime.projection.Positions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks every part at once how it is; one that does not answer within a second is down. */
@Component
final class PlatformInspection {
    private static final Duration WITHIN = Duration.ofSeconds(1);

    private final ServiceAddresses addresses;
    private final ServiceJson services;
    private final RouterHealth router;
    private final EventLog own;
    private final Positions positions;
    private final RelayStatus relay;
    private final AuditReader audit;
    private final AuditIntake intake;
    private final Clock clock;

    PlatformInspection(
            ServiceAddresses addresses,
            ServiceJson services,
            RouterHealth router,
            EventLog own,
            Positions positions,
            RelayStatus relay,
            AuditReader audit,
            AuditIntake intake,
            Clock clock) {
        this.addresses = addresses;
        this.services = services;
        this.router = router;
        this.own = own;
        this.positions = positions;
        this.relay = relay;
        this.audit = audit;
        this.intake = intake;
        this.clock = clock;
    }

    PlatformStatus inspect() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Part>> parts = new ArrayList<>();
            for (String context : new TreeSet<>(addresses.all().keySet())) {
                parts.add(threads.submit(() -> service(context)));
            }
            Future<Part> routerPart = threads.submit(router::part);
            Future<@Nullable List<EnvironmentView>> environments = threads.submit(orNull(this::environments));
            Future<@Nullable Integer> components = threads.submit(orNull(this::components));
            List<Part> found = new ArrayList<>();
            found.add(self());
            for (Future<Part> part : parts) {
                found.add(get(part));
            }
            found.add(get(routerPart));
            found.add(kafka());
            return status(found, get(environments), get(components));
        }
    }

    private PlatformStatus status(
            List<Part> parts, @Nullable List<EnvironmentView> environments, @Nullable Integer components) {
        boolean up = parts.stream().allMatch(part -> part.status().equals("up"));
        List<EnvironmentView> known = environments == null ? List.of() : environments;
        int active = (int) known.stream()
                .flatMap(environment -> environment.components().stream())
                .filter(component -> component.activeDeploymentId() != null)
                .count();
        return new PlatformStatus(
                up ? "ok" : "degraded",
                clock.instant(),
                parts,
                new PlatformStatus.Audit(audit.head(), intake.waiting(), audit.lastTime()),
                environments == null
                        ? new PlatformStatus.Counts(components, null, null)
                        : new PlatformStatus.Counts(components, known.size(), active),
                known.stream()
                        .map(environment -> new PlatformStatus.Environment(
                                environment.environmentId(),
                                environment.components(),
                                environment.rollbackInProgress(),
                                environment.position()))
                        .toList());
    }

    private Part self() {
        return new Part(
                Contexts.ACCESS, null, "up", own.head(), positions.projected(Contexts.ACCESS), relay.relayed(), null);
    }

    private Part kafka() {
        boolean up = relay.kafkaReachable();
        return new Part(
                "kafka",
                null,
                up ? "up" : "down",
                null,
                null,
                null,
                up ? null : "the gateway cannot reach it; emergency rollback still works");
    }

    private Part service(String context) {
        String url = addresses.find(context);
        try {
            JsonNode health = services.ask(context, "GET", "/health", java.util.Map.of(), null, WITHIN)
                    .body();
            boolean down = health.path("status").asString("DOWN").equals("DOWN");
            return new Part(
                    context,
                    url,
                    down ? "down" : "up",
                    number(health.path("position")),
                    number(health.path("projected")),
                    number(health.path("relayed")),
                    down ? "it answers, but its log cannot be reached" : null);
        } catch (RejectedException e) {
            return new Part(
                    context, url, "down", null, null, null, e.rejection().detail());
        }
    }

    private List<EnvironmentView> environments() {
        JsonNode answer = services.get(Contexts.DEPLOYMENT, "/api/environments?limit=500", WITHIN);
        List<EnvironmentView> views = new ArrayList<>();
        items(answer).forEach(item -> views.add(Json.lenient().treeToValue(item, EnvironmentView.class)));
        return views;
    }

    private int components() {
        return items(services.get(Contexts.VERSION, "/api/components?limit=500", WITHIN))
                .size();
    }

    private static JsonNode items(JsonNode answer) {
        return answer.isArray() ? answer : answer.path("items");
    }

    private static @Nullable Long number(JsonNode node) {
        return node.isNumber() ? node.asLong() : null;
    }

    private static <T> Callable<@Nullable T> orNull(Supplier<T> question) {
        return () -> {
            try {
                return question.get();
            } catch (RejectedException e) {
                return null;
            }
        };
    }

    private static <T extends @Nullable Object> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
