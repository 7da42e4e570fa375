package io.axiom.runtime.messages;

import io.axiom.language.Command;
import io.axiom.language.MessageCatalog;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Reads published commands by logical name. */
public final class CommandParser {
    private static final int LONGEST_AGGREGATE_ID = 200;

    private final Map<String, Class<? extends Command>> types = new HashMap<>();

    public CommandParser(Collection<Class<? extends Command>> roots) {
        roots.forEach(root -> types.putAll(MessageCatalog.of(root).all()));
    }

    /** Throws {@link RejectedException} when the type is unknown or the JSON is not a command of that type. */
    public Command parse(String type, byte[] json) {
        Class<? extends Command> known = types.get(type);
        if (known == null) {
            throw new RejectedException(new Rejection(
                    "command.unknown-type",
                    Rejection.Kind.NOT_FOUND,
                    "There is no command \"" + Texts.shorten(type, 100) + "\" here.",
                    "Known are " + String.join(", ", new TreeSet<>(types.keySet())) + "."));
        }
        Command command = JsonInput.read(json, known);
        String id;
        try {
            id = command.aggregateId();
        } catch (IllegalArgumentException e) {
            throw JsonInput.invalid("", String.valueOf(e.getMessage()));
        }
        if (id.isBlank() || id.length() > LONGEST_AGGREGATE_ID) {
            throw JsonInput.invalid(
                    "", "what the command is for has a name of 1 to " + LONGEST_AGGREGATE_ID + " characters");
        }
        return command;
    }
}
