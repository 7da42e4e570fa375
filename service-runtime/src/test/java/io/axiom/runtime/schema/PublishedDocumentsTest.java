package io.axiom.runtime.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.axiom.language.Event;
import io.axiom.language.PublishedLanguage;
import io.axiom.language.json.Json;
import io.axiom.runtime.schema.PublishedMessages.Kind;
import io.axiom.runtime.schema.PublishedMessages.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;

/**
 * What is committed under {@code docs/} is what the code says, and what was published once stays. After a change that only adds,
 * {@code mvn -pl service-runtime -am test -Dtest=PublishedDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Daxiom.write-docs=true} writes the documents anew. It never rewrites a golden file nor forgets a published field.
 */
class PublishedDocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("axiom.root"));
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Path RESOURCES = ROOT.resolve("service-runtime/src/test/resources");
    private static final Path FIELDS = RESOURCES.resolve("published-fields.txt");
    private static final Path GOLDEN = RESOURCES.resolve("golden");
    private static final boolean WRITE = Boolean.getBoolean("axiom.write-docs");

    @Test
    void theCommittedDocumentsAreWhatTheCodeSays() throws IOException {
        Map<Path, String> generated = documents();
        if (WRITE) {
            for (var document : generated.entrySet()) {
                Files.createDirectories(document.getKey().getParent());
                Files.writeString(document.getKey(), document.getValue());
            }
        }
        List<Path> committed = new ArrayList<>(List.of(DOCS.resolve("asyncapi.json")));
        try (Stream<Path> schemas = Files.list(DOCS.resolve("schemas"))) {
            schemas.forEach(committed::add);
        }
        assertThat(committed).containsExactlyInAnyOrderElementsOf(generated.keySet());
        generated.forEach((path, text) -> assertThat(path).hasContent(text));
    }

    @Test
    void aFieldThatWasPublishedIsNeverRemoved() throws IOException {
        TreeSet<String> now = new TreeSet<>();
        for (Message message : PublishedMessages.all()) {
            fields(message.name(), schema(message), now);
        }
        TreeSet<String> published = new TreeSet<>(Files.exists(FIELDS) ? Files.readAllLines(FIELDS) : List.of());
        assertThat(now)
                .as("other programs may read these fields; give the message a new version instead of removing one")
                .containsAll(published);
        if (WRITE) {
            published.addAll(now);
            Files.write(FIELDS, published);
        }
        assertThat(published)
                .as("new fields are noted by writing the documents anew")
                .containsAll(now);
    }

    @Test
    void everyEventEverStoredIsStillRead() throws IOException {
        Files.createDirectories(GOLDEN);
        for (Message message : PublishedMessages.all()) {
            Path golden = GOLDEN.resolve(message.name() + ".json");
            if (message.kind() == Kind.EVENT && WRITE && !Files.exists(golden)) {
                Files.writeString(golden, pretty(Json.mapper().valueToTree(Samples.of(message.type()))));
            }
        }
        try (Stream<Path> files = Files.list(GOLDEN)) {
            List<Executable> checks = new ArrayList<>();
            files.forEach(file -> checks.add(() -> {
                String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                Class<? extends Event> type = PublishedLanguage.event(name).orElseThrow();
                JsonNode stored = Json.mapper().readTree(Files.readString(file));
                JsonNode again = Json.mapper()
                        .readTree(Json.mapper().writeValueAsBytes(Json.lenient().treeToValue(stored, type)));
                stored.propertyNames()
                        .forEach(field -> assertThat(again.get(field))
                                .as(name + '.' + field)
                                .isEqualTo(stored.get(field)));
            }));
            org.junit.jupiter.api.Assertions.assertAll(checks);
        }
        assertThat(PublishedMessages.all().stream().filter(message -> message.kind() == Kind.EVENT))
                .allSatisfy(message ->
                        assertThat(GOLDEN.resolve(message.name() + ".json")).exists());
    }

    @Test
    void whatIsWrittenFitsItsSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (Message message : PublishedMessages.all()) {
            Schema schema = registry.getSchema(schema(message).toString(), InputFormat.JSON);
            String sample =
                    Json.mapper().valueToTree(Samples.of(message.type())).toString();
            assertThat(schema.validate(sample, InputFormat.JSON))
                    .as(message.name() + ' ' + sample)
                    .isEmpty();
            if (message.kind() == Kind.COMMAND) {
                assertThat(schema.validate("{\"surprise\":1}", InputFormat.JSON))
                        .isNotEmpty();
            }
        }
    }

    private static Map<Path, String> documents() {
        Map<Path, String> documents = new TreeMap<>();
        documents.put(DOCS.resolve("asyncapi.json"), pretty(AsyncApi.document()));
        PublishedMessages.all()
                .forEach(message -> documents.put(
                        DOCS.resolve("schemas").resolve(message.name() + ".schema.json"), pretty(schema(message))));
        return documents;
    }

    private static JsonNode schema(Message message) {
        return JsonSchema.of(message.name(), message.type(), message.kind() != Kind.COMMAND);
    }

    /** One line for each property anywhere in a schema. */
    private static void fields(String path, JsonNode schema, TreeSet<String> fields) {
        schema.path("properties").propertyNames().forEach(name -> {
            fields.add(path + ' ' + name);
            fields(path + ' ' + name, schema.path("properties").path(name), fields);
        });
        schema.path("$defs")
                .propertyNames()
                .forEach(name -> fields(path + " #" + name, schema.path("$defs").path(name), fields));
        schema.path("oneOf").forEach(variant -> fields(path, variant, fields));
        if (schema.has("items")) {
            fields(path + " []", schema.path("items"), fields);
        }
        if (schema.path("additionalProperties").isObject()) {
            fields(path + " {}", schema.path("additionalProperties"), fields);
        }
    }

    private static String pretty(JsonNode document) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return Json.mapper().writer().with(printer).writeValueAsString(document) + '\n';
    }
}
