package io.axiom.runtime.log;

import io.axiom.eventstore.NewEvent;
import io.axiom.eventstore.StoredEvent;
import io.axiom.language.CommandRejected;
import io.axiom.language.Event;
import io.axiom.language.EventMetadata;
import io.axiom.language.MessageCatalog;
import io.axiom.language.PublishedLanguage;
import io.axiom.language.RecordedEvent;
import io.axiom.language.UnknownEvent;
import io.axiom.language.json.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Events to their stored bytes and back, by logical name; old versions are brought up to date on the way out. */
public final class EventCodec {
    private final String context;
    private final Map<String, Class<? extends Event>> types = new HashMap<>();
    private final Map<String, Upcaster> upcasters;

    public EventCodec(String context, Collection<? extends Class<? extends Event>> roots, List<Upcaster> upcasters) {
        this.context = context;
        roots.forEach(root -> types.putAll(MessageCatalog.of(root).all()));
        types.put(MessageCatalog.nameOf(CommandRejected.class), CommandRejected.class);
        this.upcasters = upcasters.stream().collect(Collectors.toUnmodifiableMap(Upcaster::from, Function.identity()));
    }

    public String context() {
        return context;
    }

    public byte[] payload(Event event) {
        return Json.mapper().writeValueAsBytes(event);
    }

    public byte[] metadata(EventMetadata metadata) {
        return Json.mapper().writeValueAsBytes(metadata);
    }

    public RecordedEvent decode(StoredEvent stored) {
        NewEvent event = stored.event();
        return new RecordedEvent(
                context,
                stored.position(),
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.eventId(),
                event.type(),
                event(event.type(), event.payload()),
                Json.lenient().readValue(event.metadata(), EventMetadata.class),
                event.time());
    }

    /** Reads an event of any context; one of an unknown type keeps its JSON. */
    public Event event(String type, byte[] payload) {
        Upcaster upcaster = upcasters.get(type);
        if (upcaster == null) {
            Class<? extends Event> known = typeOf(type);
            return known == null
                    ? new UnknownEvent(Json.lenient().readTree(payload))
                    : Json.lenient().readValue(payload, known);
        }
        ObjectNode json = (ObjectNode) Json.lenient().readTree(payload);
        String current = type;
        while (upcaster != null) {
            json = upcaster.upcast(json);
            current = upcaster.to();
            upcaster = upcasters.get(current);
        }
        Class<? extends Event> known = typeOf(current);
        return known == null ? new UnknownEvent(json) : Json.lenient().treeToValue(json, known);
    }

    /** The class of a logical name: this service's own events first, then the published ones of others. */
    public @Nullable Class<? extends Event> typeOf(String name) {
        Class<? extends Event> own = types.get(name);
        return own != null ? own : PublishedLanguage.event(name).orElse(null);
    }
}
