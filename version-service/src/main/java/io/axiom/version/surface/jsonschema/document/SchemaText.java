package io.axiom.version.surface.jsonschema.document;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads JSON or YAML text of up to {@link #MAX_CHARACTERS} into a tree, within limits on depth and number of values. Text
 * that begins with <code>{</code> or <code>[</code> is JSON. Throws {@code surface.malformed} with line and column, {@code
 * surface.duplicate-key}, {@code surface.too-large} and {@code surface.too-deep}.
 */
public final class SchemaText {
    public static final int MAX_CHARACTERS = 20 * 1024 * 1024;

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(TreeReader.MAX_DEPTH + 10)
            .maxStringLength(MAX_CHARACTERS)
            .maxNameLength(MAX_CHARACTERS)
            .maxDocumentLength(-1)
            .build();
    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    private static final TokenStreamFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(MAX_CHARACTERS)
                    .setAllowDuplicateKeys(true)
                    .build())
            .build();

    private SchemaText() {}

    /**
     * The tree of the text.
     *
     * @param which how messages name the document: {@code previous} or {@code current}
     */
    public static JsonNode read(String text, String which) {
        if (text.length() > MAX_CHARACTERS) {
            throw Refusals.tooLarge(which, "characters", MAX_CHARACTERS);
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        TokenStreamFactory format = isJson(body) ? JSON : YAML;
        try (JsonParser parser = format.createParser(ObjectReadContext.empty(), body)) {
            return new TreeReader(parser, which).read();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw Refusals.malformed(
                    which, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), firstLine(e));
        } catch (YamlEngineException e) {
            throw Refusals.malformed(which, 1, 1, firstLine(e));
        }
    }

    private static boolean isJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    private static String firstLine(RuntimeException e) {
        String message = e instanceof JacksonException jackson ? jackson.getOriginalMessage() : e.getMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
