package io.axiom.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.axiom.language.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** node-semver's fixtures and the official semver.org list. Read from outside the repository; skipped where they are absent. */
class SemverConformanceTest {
    private static final Path CASES = Path.of(System.getProperty("axiom.root", ".."))
            .resolve("../shared/conformance/semver-cases.json")
            .normalize();

    @TestFactory
    Stream<DynamicTest> everyPublicCaseHolds() throws Exception {
        assumeTrue(Files.exists(CASES), "No conformance data at " + CASES);
        JsonNode cases = Json.mapper().readTree(Files.readString(CASES)).get("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .map(row -> DynamicTest.dynamicTest(nameOf(row), () -> check(row)));
    }

    private static String nameOf(JsonNode row) {
        String text = row.toString();
        return text.length() > 150 ? text.substring(0, 150) : text;
    }

    private static void check(JsonNode row) {
        JsonNode expect = row.get("expect");
        switch (row.get("op").asString()) {
            case "parse" ->
                assertThat(SemanticVersion.isValid(row.get("version").asString()))
                        .isEqualTo(expect.asString().equals("valid"));
            case "compare" -> checkCompare(row, expect.asInt());
            case "satisfies" -> assertThat(ask(row, range(row)::contains)).isEqualTo(expect.asBoolean());
            case "gtr" -> assertThat(ask(row, range(row)::hasAbove)).isEqualTo(expect.asBoolean());
            case "ltr" -> assertThat(ask(row, range(row)::hasBelow)).isEqualTo(expect.asBoolean());
            case "rangeValid" ->
                assertThat(VersionRange.tryParse(row.get("range").asString()).isPresent())
                        .isEqualTo(expect.asBoolean());
            case "intersects" -> checkIntersects(row, expect.asBoolean());
            case "increment" ->
                assertThat(increment(row).map(SemanticVersion::toString).orElse(null))
                        .isEqualTo(expect.isNull() ? null : expect.asString());
            default -> throw new AssertionError("An operation this test does not know: " + row);
        }
    }

    private static void checkCompare(JsonNode row, int expected) {
        SemanticVersion a = SemanticVersion.parse(row.get("a").asString());
        SemanticVersion b = SemanticVersion.parse(row.get("b").asString());
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
        assertThat(Integer.signum(b.compareTo(a))).isEqualTo(-expected);
    }

    private static void checkIntersects(JsonNode row, boolean expected) {
        VersionRange a = VersionRange.parse(row.get("a").asString());
        VersionRange b = VersionRange.parse(row.get("b").asString());
        assertThat(a.intersects(b)).isEqualTo(expected);
        assertThat(b.intersects(a)).isEqualTo(expected);
    }

    private static VersionRange range(JsonNode row) {
        return VersionRange.parse(
                row.get("range").asString(), row.get("includePrerelease").asBoolean());
    }

    /** What is not a version is in no relation to a range; npm's fixtures write some versions with a leading v. */
    private static boolean ask(JsonNode row, Predicate<SemanticVersion> question) {
        JsonNode version = row.get("version");
        return version.isString()
                && SemanticVersion.tryParseTag(version.asString())
                        .filter(question)
                        .isPresent();
    }

    private static Optional<SemanticVersion> increment(JsonNode row) {
        try {
            JsonNode identifier = row.path("identifier");
            return Optional.of(SemanticVersion.parse(row.get("version").asString())
                    .increment(
                            Increment.ofWord(row.get("increment").asString()).orElseThrow(),
                            identifier.isString() ? identifier.asString() : "",
                            base(row.path("identifierBase"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static IdentifierBase base(JsonNode base) {
        if (base.isBoolean() && !base.asBoolean()) {
            return IdentifierBase.NONE;
        }
        return List.of("", "0").contains(base.asString("")) ? IdentifierBase.ZERO : IdentifierBase.ONE;
    }
}
