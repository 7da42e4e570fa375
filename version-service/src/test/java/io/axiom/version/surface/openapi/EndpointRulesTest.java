package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.version.surface.openapi.rule.StabilityLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations: new, gone, deprecated, more or less settled. Today is 2026-01-01. */
class EndpointRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                          | api-removed-without-deprecation breaking | api-path-removed-without-deprecation breaking
                    {deprecated: true}                          | api-removed-with-deprecation safe | api-path-removed-with-deprecation safe
                    {deprecated: true, x-sunset: '2026-01-02'}  | api-removed-before-sunset breaking | api-path-removed-before-sunset breaking
                    {deprecated: true, x-sunset: '2026-01-01'}  | api-removed-with-deprecation safe | api-path-removed-with-deprecation safe
                    {deprecated: true, x-sunset: '2026-01-02T00:00:00Z'} | api-removed-before-sunset breaking | api-path-removed-before-sunset breaking
                    {deprecated: true, x-sunset: soon}          | api-path-sunset-parse breaking | api-path-sunset-parse breaking
                    {x-stability-level: alpha}                  | .                              | .
                    {x-stability-level: shaky}                  | api-invalid-stability-level breaking | api-invalid-stability-level breaking
                    """)
    void removingAnOperationDependsOnWhatWasPromised(String operation, String alone, String withPath) {
        String before = Documents.root("paths: {/a: {get: " + operation + ", put: {x-stability-level: draft}}}");
        assertThat(String.join(
                        ",", Documents.rules(before, Documents.root("paths: {/a: {put: {x-stability-level: draft}}}"))))
                .isEqualTo(alone.equals(".") ? "" : alone);
        assertThat(String.join(",", Documents.rules(before, Documents.root("paths: {}"))))
                .isEqualTo(withPath.equals(".") ? "" : withPath);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                         | {deprecated: true}                           | endpoint-deprecated safe
                    {deprecated: true}         | {}                                           | endpoint-reactivated safe
                    {}                         | {deprecated: true, x-sunset: '2030-01-01'}   | endpoint-deprecated-with-sunset safe
                    {}                         | {deprecated: true, x-sunset: '2025-01-01'}   | api-sunset-date-too-small breaking
                    {}                         | {deprecated: true, x-sunset: never}          | api-deprecated-sunset-parse breaking
                    {deprecated: true, x-sunset: '2030-01-01'} | {deprecated: true}           | sunset-deleted breaking
                    {deprecated: true, x-sunset: '2030-01-01'} | {deprecated: true, x-sunset: '2025-01-01'} | api-sunset-date-changed-too-small breaking
                    {deprecated: true, x-sunset: '2030-01-01'} | {deprecated: true, x-sunset: '2031-01-01'} | .
                    {}                         | {x-stability-level: beta}                    | api-stability-decreased breaking
                    {x-stability-level: beta}  | {}                                           | api-stability-increased safe
                    {x-stability-level: alpha} | {x-stability-level: alpha, requestBody: {required: true}} | .
                    {operationId: a}           | {operationId: b}                             | api-operation-id-removed safe
                    {tags: [a, b]}             | {tags: [b, c]}                               | api-tag-removed safe,api-tag-added safe
                    {summary: a}               | {description: b}                             | .
                    {frob: 1}                  | {}                                           | unknown-field-changed undetermined
                    """)
    void anOperationIsComparedFieldByField(String before, String after, String expected) {
        assertThat(String.join(",", Documents.rules(Documents.operation(before), Documents.operation(after))))
                .isEqualTo(expected.equals(".") ? "" : expected);
    }

    @Test
    void aPolicyAsksForASunsetDate() {
        OpenApiOptions policy = OpenApiOptions.defaults().withDeprecationDays(30, 90);
        assertThat(Documents.rules(Documents.compare(
                        policy, Documents.operation("{}"), Documents.operation("{deprecated: true}"))))
                .containsExactly("api-deprecated-sunset-missing breaking");
        assertThat(Documents.rules(Documents.compare(
                        policy,
                        Documents.operation("{}"),
                        Documents.operation("{deprecated: true, x-sunset: '2026-02-01'}"))))
                .containsExactly("api-sunset-date-too-small breaking");
    }

    @Test
    void aThresholdBringsDraftsInScope() {
        OpenApiOptions all = OpenApiOptions.defaults().withThreshold(StabilityLevel.DRAFT);
        String before = Documents.operation("{x-stability-level: draft}");
        String after = Documents.operation("{x-stability-level: draft, requestBody: {required: true}}");
        assertThat(Documents.rules(Documents.compare(all, before, after)))
                .containsExactly("request-body-added-required breaking");
        assertThat(Documents.rules(before, after)).isEmpty();
    }

    @Test
    void aNewOperationIsAnAddition() {
        var comparison = Documents.compare(
                Documents.root("paths: {/a: {get: {}}}"),
                Documents.root("paths: {/a: {get: {}, put: {}}, /b: {get: {}}}"));
        assertThat(comparison.changes().stream()
                        .map(change -> change.path() + " " + change.rule())
                        .toList())
                .containsExactly("PUT /a# endpoint-added", "GET /b# endpoint-added");
        assertThat(comparison.adds()).isTrue();
    }

    @Test
    void theSameTemplateUnderTwoNamesIsOnePath() {
        assertThat(Documents.rules(
                        Documents.root("paths: {'/a/{x}': {get: {}, put: {}}}"),
                        Documents.root("paths: {'/a/{x}': {get: {}}, '/a/{y}': {put: {}}}")))
                .isEmpty();
    }
}
