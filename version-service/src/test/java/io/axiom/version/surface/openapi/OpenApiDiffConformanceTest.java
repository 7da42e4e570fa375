package io.axiom.version.surface.openapi;

import static io.axiom.version.surface.openapi.ConformanceCases.text;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceComparison;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The cases of openapi-diff: compatible is what is not breaking. */
class OpenApiDiffConformanceTest {
    /** Judged differently by default; with openapi-diff's own switches all of them agree. */
    private static final Map<String, String> BY_DEFAULT = Map.of(
            "ContentDiffTest.testContentDiffWithOneEmptyMediaType",
            "A response that gains a schema only promises more; openapi-diff has no notion of that.",
            "ApiResponseBCTest.decreased",
            "A response 400 that is no longer listed breaks no client: a risk; oasdiff says INFO.",
            "HeadersBCTest.responseDecreased",
            "An optional response header may be missing anyway: a risk; a required one that goes is breaking.",
            "MinLengthBCTest.responseMinLengthDecreasedButCompatible",
            "A response may now be shorter than clients could rely on; oasdiff says ERR.",
            "SchemaBCTest.requestFormatIncreased",
            "Where int32 was sent, int64 takes it in: the request is wider, which breaks no one.",
            "SchemaBCTest.responseFormatDecreased",
            "Where int64 was received, int32 fits: the response is narrower, which breaks no one.",
            "WriteOnlyBCTest.responseWriteOnlyIncreased",
            "An optional property that is no longer received may have been missing before: a risk; oasdiff says INFO.");

    @Test
    void verdictsAgreeWithItsSwitches() throws IOException {
        ConformanceCases.check(
                ConformanceCases.read("openapi-openapidiff.json"),
                row -> verdict(row, withSwitch(row), "compatible"),
                Map.of(),
                95);
    }

    @Test
    void verdictsAgreeWithItsSwitchesAsTheyAreByDefault() throws IOException {
        ConformanceCases.check(
                ConformanceCases.read("openapi-openapidiff.json"),
                row -> verdict(row, OpenApiOptions.openApiDiff(), "compatibleByDefault"),
                Map.of(),
                95);
    }

    @Test
    void ourOwnDefaultsDifferForReasons() throws IOException {
        ConformanceCases.check(
                ConformanceCases.read("openapi-openapidiff.json"),
                row -> verdict(row, OpenApiOptions.defaults(), "compatible"),
                BY_DEFAULT,
                85);
    }

    private static OpenApiOptions withSwitch(JsonNode row) {
        OpenApiOptions options = OpenApiOptions.openApiDiff();
        return row.hasNonNull("rule") ? options.withSwitch(OpenApiDiffSwitch.named(text(row, "rule")), true) : options;
    }

    private static @Nullable String verdict(JsonNode row, OpenApiOptions options, String expected) {
        SurfaceComparison comparison = new OpenApiComparator(options, ConformanceCases.CLOCK)
                .compare(text(row, "base"), text(row, "revision"));
        boolean compatible = comparison.verdict() != Judgement.BREAKING;
        return compatible == row.get(expected).asBoolean()
                ? null
                : comparison.changes().toString();
    }
}
