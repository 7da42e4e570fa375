package io.axiom.runtime.schema;

import io.axiom.language.CommandRejected;
import io.axiom.language.Contexts;
import io.axiom.language.MessageCatalog;
import io.axiom.language.PublishedLanguage;
import io.axiom.language.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every message that travels on Kafka. */
public final class PublishedMessages {
    /** Name of the reply's schema; replies carry no type on the wire but their {@code outcome}. */
    public static final String REPLY = "axiom.Reply.v1";

    /** Which way a message goes. */
    public enum Kind {
        COMMAND,
        EVENT,
        REPLY
    }

    /** @param context whose message it is; empty for those of every context */
    public record Message(String context, Kind kind, String name, Class<?> type) {}

    private PublishedMessages() {}

    /** In order of context, kind and name. */
    public static List<Message> all() {
        List<Message> all = new ArrayList<>();
        for (String context : Contexts.ALL) {
            PublishedLanguage.commands(context)
                    .forEach(root -> MessageCatalog.of(root)
                            .all()
                            .forEach((name, type) -> all.add(new Message(context, Kind.COMMAND, name, type))));
            PublishedLanguage.events(context)
                    .forEach(root -> MessageCatalog.of(root)
                            .all()
                            .forEach((name, type) -> all.add(new Message(context, Kind.EVENT, name, type))));
        }
        all.add(new Message("", Kind.EVENT, MessageCatalog.nameOf(CommandRejected.class), CommandRejected.class));
        all.add(new Message("", Kind.REPLY, REPLY, Reply.class));
        all.sort(Comparator.comparing(Message::context)
                .thenComparing(Message::kind)
                .thenComparing(Message::name));
        return all;
    }
}
