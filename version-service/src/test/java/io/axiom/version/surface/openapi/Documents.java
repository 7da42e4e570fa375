package io.axiom.version.surface.openapi;

import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.util.List;

/** Small documents for tests, written as YAML in flow style, and what comparing them finds. */
final class Documents {
    private Documents() {}

    /** A document of one operation, {@code POST /pets}, with these fields. */
    static String operation(String fields) {
        return "openapi: 3.1.0\npaths: {/pets: {post: " + fields + "}}\n";
    }

    static String request(String schema) {
        return request("application/json", schema);
    }

    static String request(String mediaType, String schema) {
        return operation("{requestBody: {content: {" + mediaType + ": {schema: " + schema + "}}}}");
    }

    static String response(String schema) {
        return operation("{responses: {'200': {content: {application/json: {schema: " + schema + "}}}}}");
    }

    static String parameter(String fields) {
        return operation("{parameters: [" + fields + "]}");
    }

    static String root(String fields) {
        return "openapi: 3.1.0\n" + fields + "\n";
    }

    static SurfaceComparison compare(String before, String after) {
        return compare(OpenApiOptions.defaults(), before, after);
    }

    static SurfaceComparison compare(OpenApiOptions options, String before, String after) {
        return new OpenApiComparator(options, ConformanceCases.CLOCK).compare(before, after);
    }

    /** For example {@code request-body-max-set breaking}. */
    static List<String> rules(String before, String after) {
        return rules(compare(before, after));
    }

    static List<String> rules(SurfaceComparison comparison) {
        return comparison.changes().stream().map(Documents::rule).toList();
    }

    static String rule(SurfaceChange change) {
        return change.rule() + " " + change.judgement().word();
    }
}
