package io.axiom.gateway.audit;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.NewEvent;
import io.axiom.eventstore.StoredEvent;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.language.Actor;
import io.axiom.language.Contexts;
import io.axiom.language.EventMetadata;
import io.axiom.language.EventReference;
import io.axiom.language.Role;
import io.axiom.language.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Events that a topic no longer holds, because Kafka deletes old ones or lost its data. The service's own log still has
 * them.
 */
@Component
class MissingEvents {
    private static final int BATCH = 500;

    private final EventLog own;
    private final ServiceJson services;

    MissingEvents(EventLog own, ServiceJson services) {
        this.own = own;
        this.services = services;
    }

    /** The events after {@code last}, up to but without {@code next}; some at a time. Throws when the service is down. */
    List<Arrival> between(long last, Arrival next) {
        String context = next.source().context();
        if (context.equals(Contexts.ACCESS)) {
            return own.read(last, BATCH).stream()
                    .filter(stored -> stored.position() < next.source().position())
                    .map(stored -> arrival(stored, next.offset() - 1))
                    .toList();
        }
        JsonNode page =
                services.get(context, "/api/log/events?after=" + last + "&limit=" + BATCH, Duration.ofSeconds(10));
        List<Arrival> found = new ArrayList<>();
        for (JsonNode event : page.path("events")) {
            if (event.path("position").asLong() < next.source().position()) {
                found.add(arrival(context, event, next.offset() - 1));
            }
        }
        return found;
    }

    private static Arrival arrival(StoredEvent stored, long offset) {
        NewEvent event = stored.event();
        EventMetadata metadata = Json.lenient().readValue(event.metadata(), EventMetadata.class);
        return new Arrival(
                new EventReference(Contexts.ACCESS, stored.position()),
                metadata.cause(),
                offset,
                event.eventId(),
                event.type(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.time().truncatedTo(ChronoUnit.MICROS),
                metadata.actor().toString(),
                metadata.commandId(),
                metadata.correlationId(),
                new String(event.payload(), StandardCharsets.UTF_8));
    }

    private static Arrival arrival(String context, JsonNode event, long offset) {
        JsonNode metadata = event.path("metadata");
        Actor actor = new Actor(
                metadata.path("actor").path("name").asString(),
                Role.valueOf(metadata.path("actor").path("role").asString()));
        return new Arrival(
                new EventReference(context, event.path("position").asLong()),
                cause(metadata.path("cause")),
                offset,
                event.path("eventId").asString(),
                event.path("type").asString(),
                event.path("aggregateType").asString(),
                event.path("aggregateId").asString(),
                event.path("sequence").asLong(),
                Instant.parse(event.path("time").asString()).truncatedTo(ChronoUnit.MICROS),
                actor.toString(),
                metadata.path("commandId").asString(""),
                metadata.path("correlationId").asString(""),
                Json.mapper().writeValueAsString(event.path("event")));
    }

    private static @Nullable EventReference cause(JsonNode cause) {
        return cause.isObject()
                ? new EventReference(
                        cause.path("context").asString(), cause.path("position").asLong())
                : null;
    }
}
