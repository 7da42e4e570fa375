package io.axiom.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.MessageCatalog;
import io.axiom.language.json.Json;
import io.axiom.language.version.Bump;
import io.axiom.language.version.BumpReason;
import io.axiom.language.version.ChannelEvent.ChannelMoved;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.ComponentPolicy.Reaction;
import io.axiom.language.version.DetectedBump;
import io.axiom.language.version.GitRevision;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.RunSpec.Artifact;
import io.axiom.language.version.TagEvent.TagFailed;
import io.axiom.language.version.TagEvent.TagRequested;
import io.axiom.language.version.TagEvent.VersionTagged;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.StopLifted;
import io.axiom.language.version.UpgradeEvent.StopRequired;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionArtifact;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ChangelogTemplateReplaced;
import io.axiom.language.version.VersionEvent.ComponentPolicyChanged;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.language.version.surface.SurfaceReference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The bytes of every kind of event, for ever. A change that breaks this needs a new version of the event and an upcaster. */
class GoldenEventsTest {
    private static final String COMMIT = "0123456789".repeat(4);
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String REPOSITORY = "https://git.example.org/shop.git";

    /** Events with fields they did not always have; each has a golden file of its own beside the first. */
    static final Map<String, VersionEvent> WITH_LATER_FIELDS = Map.of(
            "version.VersionCreated.v1.evidence",
            new VersionCreated(
                    "shop-agent",
                    "1.1.0",
                    List.of("api: Answers in French"),
                    List.of(),
                    null,
                    Map.of("store", "^1.2.0", "queue", "*"),
                    List.of(new VersionArtifact(VersionArtifact.Kind.JAR, "/opt/shop-agent.jar", DIGEST)),
                    List.of(new SurfaceReference(SurfaceKind.JSON_SCHEMA, "orders", DIGEST)),
                    List.of(new CommitEntry(COMMIT, "feat", "api", "Answers in French", null, List.of("#12"))),
                    new GitRevision(REPOSITORY, COMMIT, "abcdef0123".repeat(4), List.of("agent"), "shop-agent-v"),
                    new DetectedBump(
                            Bump.MINOR,
                            Bump.MINOR,
                            Judgement.SAFE,
                            "1.0.0",
                            false,
                            List.of(new BumpReason(
                                    Bump.MINOR,
                                    "json-schema orders",
                                    "property-added",
                                    "/properties/language",
                                    "There is a new property.")),
                            0)),
            "version.VersionDeprecated.v1.announced",
            new VersionDeprecated("shop-agent", "1.0.0", "1.1.0", "Slow", Instant.parse("2027-03-01T00:00:00Z")));

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
            new VersionYanked("shop-agent", "1.0.1", "Leaks keys"),
            new ComponentPolicyChanged("shop-agent", new ComponentPolicy(Reaction.WARN)),
            new ChangelogTemplateReplaced("shop-agent", "{{#sections}}{{version}}\n{{/sections}}"),
            new VersionEnded(
                    "shop-agent", "1.0.0", Instant.parse("2027-06-30T00:00:00Z"), "2.0.0", "Nobody maintains it"),
            new ChannelMoved("shop-agent", "latest", "1.0.0", "1.1.0", "1.1.0 is the highest of its kind"),
            new CompatibilityDeclared(
                    "shop-agent",
                    "1.0.0",
                    "2.0.0",
                    CompatibilityLevel.BREAKING,
                    RiskLevel.HIGH,
                    10,
                    List.of("Back up"),
                    "The store's format changed"),
            new TestResultRecorded("shop-agent", "1.0.0", "1.1.0", true, "upgrade-e2e", "https://ci.example.org/7"),
            new StopRequired("shop-agent", "1.1.0", "Converts the store"),
            new StopLifted("shop-agent", "1.1.0", "2.0.0 converts any store"),
            new TagRequested("shop-agent", "1.1.0", REPOSITORY, "v1.1.0", COMMIT),
            new VersionTagged("shop-agent", "1.1.0", REPOSITORY, "v1.1.0", COMMIT),
            new TagFailed("shop-agent", "1.1.0", REPOSITORY, "v1.1.0", "The tag is on another commit"));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void isReadAndWrittenAsItEverWas(VersionEvent event) throws Exception {
        check(golden(MessageCatalog.nameOf(event.getClass())), event);
    }

    @Test
    void laterFieldsAreReadAndWrittenAsTheyEverWere() throws Exception {
        for (Map.Entry<String, VersionEvent> event : WITH_LATER_FIELDS.entrySet()) {
            check(golden(event.getKey()), event.getValue());
        }
    }

    private static void check(String golden, VersionEvent event) {

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
