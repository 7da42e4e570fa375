package io.axiom.language;

import io.axiom.language.access.AccessCommand;
import io.axiom.language.access.AccessEvent;
import io.axiom.language.deployment.EnvironmentCommand;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.RolloutCommand;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.migration.DatabaseCommand;
import io.axiom.language.migration.DatabaseEvent;
import io.axiom.language.version.VersionCommand;
import io.axiom.language.version.VersionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every message that crosses the border of a service, by context and by logical name. */
public final class PublishedLanguage {
    private static final Map<String, List<Class<? extends Event>>> EVENTS = Map.of(
            Contexts.VERSION, List.of(VersionEvent.class),
            Contexts.DEPLOYMENT, List.of(RolloutEvent.class, EnvironmentEvent.class),
            Contexts.MIGRATION, List.of(DatabaseEvent.class),
            Contexts.ACCESS, List.of(AccessEvent.class));
    private static final Map<String, List<Class<? extends Command>>> COMMANDS = Map.of(
            Contexts.VERSION, List.of(VersionCommand.class),
            Contexts.DEPLOYMENT, List.of(RolloutCommand.class, EnvironmentCommand.class),
            Contexts.MIGRATION, List.of(DatabaseCommand.class),
            Contexts.ACCESS, List.of(AccessCommand.class));
    private static final Map<String, Class<? extends Event>> EVENT_TYPES = collectEvents();

    private PublishedLanguage() {}

    /** The sealed roots of a context's events. */
    public static List<Class<? extends Event>> events(String context) {
        return EVENTS.getOrDefault(context, List.of());
    }

    /** The sealed roots of the commands anyone may send to a context. */
    public static List<Class<? extends Command>> commands(String context) {
        return COMMANDS.getOrDefault(context, List.of());
    }

    /** The class of a published event, whichever context it is from. */
    public static Optional<Class<? extends Event>> event(String type) {
        return Optional.ofNullable(EVENT_TYPES.get(type));
    }

    private static Map<String, Class<? extends Event>> collectEvents() {
        Map<String, Class<? extends Event>> types = new LinkedHashMap<>();
        EVENTS.values()
                .forEach(roots -> roots.forEach(
                        root -> types.putAll(MessageCatalog.of(root).all())));
        types.put(MessageCatalog.nameOf(CommandRejected.class), CommandRejected.class);
        return Map.copyOf(types);
    }
}
