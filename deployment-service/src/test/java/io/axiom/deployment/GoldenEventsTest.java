package io.axiom.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.deployment.rollback.GoldenStory;
import io.axiom.language.Event;
import io.axiom.language.MessageCatalog;
import io.axiom.language.deployment.EnvironmentEvent;
import io.axiom.language.deployment.RolloutEvent;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * The bytes of events that are in logs out there. A file here is never changed: an event that changes gets a new version, and its
 * old file stays. A new event's file is written with {@code -Dgolden.write=true}.
 */
class GoldenEventsTest {
    private static final Path FILES = Path.of("src/test/resources/golden");

    static Stream<String> types() {
        return catalog().keySet().stream();
    }

    private static Map<String, Class<? extends Event>> catalog() {
        Map<String, Class<? extends Event>> all = new TreeMap<>();
        all.putAll(MessageCatalog.of(RolloutEvent.class).all());
        all.putAll(MessageCatalog.of(EnvironmentEvent.class).all());
        return all;
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsInLogsCanBeReadForEver(String type) throws IOException {
        Path file = FILES.resolve(type + ".json");
        if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
            Event example = GoldenStory.events().stream()
                    .filter(event -> MessageCatalog.nameOf(event.getClass()).equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The story has no " + type));
            Files.createDirectories(FILES);
            Files.writeString(
                    file,
                    Json.mapper()
                                    .writer()
                                    .with(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(example)
                            + "\n");
        }
        JsonNode stored = Json.lenient().readTree(Files.readString(file));
        Event event = Json.lenient().treeToValue(stored, catalog().get(type));
        // As text: a tree made from an object and one read differ in the width of their numbers.
        assertThat(Json.mapper().<JsonNode>valueToTree(event).toString()).isEqualTo(stored.toString());
    }
}
