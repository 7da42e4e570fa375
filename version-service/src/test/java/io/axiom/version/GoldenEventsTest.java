package io.axiom.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.MessageCatalog;
import io.axiom.language.json.Json;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.RunSpec.Artifact;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionYanked;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The bytes of every kind of event, for ever. A change that breaks this needs a new version of the event and an upcaster. */
class GoldenEventsTest {
    static final List<VersionEvent> EVENTS = List.of(
            new ComponentRegistered("shop-agent", "Answers questions about orders"),
            new VersionCreated(
                    "shop-agent",
                    "1.1.0-rc.1",
                    List.of("Answers in French"),
                    List.of("The answer's field \"text\" is now \"answer\""),
                    new RunSpec(
                            List.of("java", "-jar", "/opt/shop-agent.jar", "--port=${PORT}"),
                            "/srv/shop",
                            Map.of("LOG_LEVEL", "info", "JAVA_OPTS", "-Xmx64m"),
                            new Artifact("/opt/shop-agent.jar", "0123456789abcdef".repeat(4)))),
            new VersionDeprecated("shop-agent", "1.0.0", "1.1.0", "Slow"),
            new VersionYanked("shop-agent", "1.0.1", "Leaks keys"));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void isReadAndWrittenAsItEverWas(VersionEvent event) throws Exception {
        String golden = golden(MessageCatalog.nameOf(event.getClass()));

        assertThat(Json.mapper().writeValueAsString(event)).isEqualTo(golden);
        assertThat(Json.lenient().readValue(golden, event.getClass())).isEqualTo(event);
    }

    @Test
    void everyKindOfEventHasItsGoldenFile() {
        assertThat(EVENTS.stream()
                        .map(event -> MessageCatalog.nameOf(event.getClass()))
                        .collect(Collectors.toSet()))
                .isEqualTo(MessageCatalog.of(VersionEvent.class).all().keySet());
    }

    private static String golden(String type) throws Exception {
        try (var file = GoldenEventsTest.class.getResourceAsStream("/golden/" + type + ".json")) {
            assertThat(file).as("golden file of " + type).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
