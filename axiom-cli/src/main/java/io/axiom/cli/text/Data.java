package io.axiom.cli.text;

import io.axiom.language.json.Json;
import java.io.PrintWriter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Answers for programs: the gateway's JSON, laid out for people who read over their shoulder, or the same as YAML. */
public final class Data {
    private Data() {}

    public static void print(OutputFormat format, JsonNode data, PrintWriter out) {
        out.println(format == OutputFormat.yaml ? yaml(data) : json(data));
        out.flush();
    }

    public static String json(JsonNode data) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return Json.lenient().writer().with(printer).writeValueAsString(data);
    }

    public static String yaml(JsonNode data) {
        return YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build()
                .writeValueAsString(data)
                .stripTrailing();
    }
}
