package io.axiom.runtime.schema;

import io.axiom.language.Contexts;
import io.axiom.language.Headers;
import io.axiom.language.PublishedLanguage;
import io.axiom.language.Topics;
import io.axiom.runtime.schema.PublishedMessages.Kind;
import io.axiom.runtime.schema.PublishedMessages.Message;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The topics and what is on them, as AsyncAPI 3.0 describes it. */
public final class AsyncApi {
    private static final List<String> EVENT_HEADERS = List.of(
            Headers.SPEC_VERSION,
            Headers.ID,
            Headers.SOURCE,
            Headers.TYPE,
            Headers.SUBJECT,
            Headers.TIME,
            Headers.CONTENT_TYPE,
            Headers.AGGREGATE_TYPE,
            Headers.POSITION,
            Headers.SEQUENCE,
            Headers.COMMAND_ID,
            Headers.CORRELATION_ID,
            Headers.ACTOR);
    private static final List<String> OPTIONAL_EVENT_HEADERS = List.of(Headers.CAUSATION_ID, Headers.TRACEPARENT);
    private static final List<String> COMMAND_HEADERS = List.of(Headers.ID, Headers.TYPE);
    private static final List<String> OPTIONAL_COMMAND_HEADERS = List.of(
            Headers.SPEC_VERSION,
            Headers.SOURCE,
            Headers.SUBJECT,
            Headers.TIME,
            Headers.CONTENT_TYPE,
            Headers.ACTOR,
            Headers.KEY_ID,
            Headers.SIGNATURE,
            Headers.CORRELATION_ID,
            Headers.CAUSATION_ID,
            Headers.TRACEPARENT);

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode messages;

    private AsyncApi() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Axiom")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "Commands to Axiom's services, the events they lead to, and the replies. CloudEvents 1.0,"
                                + " binary mode. See kafka.md.");
        document.put("defaultContentType", "application/json");
        channels = document.putObject("channels");
        operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("eventHeaders", headers(EVENT_HEADERS, OPTIONAL_EVENT_HEADERS));
        schemas.set("commandHeaders", headers(COMMAND_HEADERS, OPTIONAL_COMMAND_HEADERS));
    }

    public static ObjectNode document() {
        AsyncApi api = new AsyncApi();
        List<Message> all = PublishedMessages.all();
        all.forEach(api::message);
        for (String context : Contexts.ALL) {
            if (!PublishedLanguage.events(context).isEmpty()) {
                api.context(context, all);
            }
        }
        api.channel(
                "replies",
                Topics.REPLIES,
                "One reply to every command; the key is the command's id.",
                all.stream().filter(message -> message.kind() == Kind.REPLY).toList());
        return api.document;
    }

    private void context(String context, List<Message> all) {
        String events = context + "Events";
        String commands = context + "Commands";
        channel(
                events,
                Topics.events(context),
                "Every event of the log of " + context
                        + " in position order: one partition; the key is the aggregate's id.",
                all.stream()
                        .filter(message -> message.kind() == Kind.EVENT
                                && (message.context().equals(context)
                                        || message.context().isEmpty()))
                        .toList());
        channel(
                commands,
                Topics.commands(context),
                "Commands to " + context + "; the key is the aggregate's id.",
                all.stream()
                        .filter(message -> message.kind() == Kind.COMMAND
                                && message.context().equals(context))
                        .toList());
        channel(
                commands + "Dlt",
                Topics.deadLetters(Topics.commands(context)),
                "Records of the commands topic that can never be handled, as they came; headers axiom-dlt-* say why.",
                List.of());
        operations
                .putObject("publish" + capitalised(events))
                .put("action", "send")
                .putObject("channel")
                .put("$ref", "#/channels/" + events);
        ObjectNode handle =
                operations.putObject("handle" + capitalised(commands)).put("action", "receive");
        handle.putObject("channel").put("$ref", "#/channels/" + commands);
        handle.putObject("reply").putObject("channel").put("$ref", "#/channels/replies");
    }

    private void channel(String name, String address, String description, List<Message> carried) {
        ObjectNode channel = channels.putObject(name).put("address", address).put("description", description);
        ObjectNode references = channel.putObject("messages");
        carried.forEach(
                message -> references.putObject(message.name()).put("$ref", "#/components/messages/" + message.name()));
    }

    private void message(Message message) {
        ObjectNode described = messages.putObject(message.name());
        described.put("name", message.name()).put("contentType", "application/json");
        switch (message.kind()) {
            case EVENT -> described.putObject("headers").put("$ref", "#/components/schemas/eventHeaders");
            case COMMAND -> described.putObject("headers").put("$ref", "#/components/schemas/commandHeaders");
            case REPLY -> {}
        }
        described.putObject("payload").put("$ref", "./schemas/" + message.name() + ".schema.json");
    }

    private static ObjectNode headers(List<String> required, List<String> optional) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        required.forEach(header -> properties.putObject(header).put("type", "string"));
        optional.forEach(header -> properties.putObject(header).put("type", "string"));
        ArrayNode names = schema.putArray("required");
        required.forEach(names::add);
        return schema;
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
