package io.axiom.version.commits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.language.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Public cases, read from outside the repository; skipped where they are absent. */
class ConventionalCommitsConformanceTest {
    private static final Path CASES = Path.of(System.getProperty("axiom.root", ".."))
            .resolve("../shared/conformance/version/conventional-commits.json")
            .normalize();

    @TestFactory
    Stream<DynamicTest> everyPublicCaseHolds() throws Exception {
        assumeTrue(Files.exists(CASES), "No conformance data at " + CASES);
        JsonNode cases = Json.mapper().readTree(Files.readString(CASES)).get("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(row -> DynamicTest.dynamicTest(row.path("name").asString(), () -> check(row)));
    }

    private static void check(JsonNode row) {
        String message = row.get("message").asString();
        CommitMessage commit = CommitMessage.parse(message);
        JsonNode expect = row.get("expect");
        Set<String> fields = row.has("asserted")
                ? StreamSupport.stream(row.get("asserted").spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.toSet())
                : Set.copyOf(expect.propertyNames());

        assertThat(commit.wellFormed()).isEqualTo(row.get("wellFormed").asBoolean());
        assertThat(commit.isBreaking()).isEqualTo(expect.path("breaking").asBoolean());
        fields.stream().filter(expect::has).forEach(field -> checkField(field, message, commit, expect.get(field)));
    }

    private static void checkField(String field, String message, CommitMessage commit, JsonNode expect) {
        CommitHeader header = commit.header();
        switch (field) {
            case "type" -> assertSameText(header == null ? null : header.type(), expect);
            case "scope" -> assertSameText(header == null ? null : header.scope(), expect);
            case "subject" ->
                assertThat(header == null ? null : header.description()).isEqualTo(text(expect));
            case "body" -> assertThat(commit.body()).isEqualTo(text(expect));
            case "breaking" -> assertThat(commit.isBreaking()).isEqualTo(expect.asBoolean());
            case "notes" ->
                assertThat(commit.breakingChanges())
                        .isEqualTo(list(expect, note -> note.get("text").asString()));
            case "footers" ->
                assertThat(commit.footers().stream()
                                .map(footer -> footer.token().toLowerCase() + footer.separator() + footer.value())
                                .toList())
                        .isEqualTo(list(
                                expect,
                                footer -> footer.get("token").asString().toLowerCase()
                                        + footer.get("separator").asString()
                                        + footer.get("value").asString()));
            case "references" ->
                assertThat(commit.references())
                        .isEqualTo(list(
                                expect,
                                reference -> new Reference(
                                        text(reference.get("action")),
                                        text(reference.get("owner")),
                                        text(reference.get("repository")),
                                        reference.get("issue").asString())));
            case "revert" ->
                assertThat(commit.revert())
                        .isEqualTo(new Revert(
                                expect.get("header").asString(),
                                expect.get("hash").asString()));
            case "bump" -> assertThat(Change.of("", message).asks().word()).isEqualTo(expect.asString());
            default -> throw new AssertionError("A field this test does not know: " + field);
        }
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    private static void assertSameText(@Nullable String actual, JsonNode expect) {
        assertThat(actual == null ? null : actual.toLowerCase())
                .isEqualTo(expect.isNull() ? null : expect.asString().toLowerCase());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }
}
