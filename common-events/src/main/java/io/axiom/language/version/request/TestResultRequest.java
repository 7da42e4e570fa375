package io.axiom.language.version.request;

import io.axiom.language.Required;
import io.axiom.language.version.UpgradeCommand.RecordTestResult;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/components/{c}/test-results}. */
public record TestResultRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean passed,
        @Nullable String suite,
        @Nullable String link) {

    public RecordTestResult toCommand(String component) {
        return new RecordTestResult(
                component,
                Required.field("from", from),
                Required.field("to", to),
                Required.field("passed", passed),
                Required.field("suite", suite),
                link);
    }
}
