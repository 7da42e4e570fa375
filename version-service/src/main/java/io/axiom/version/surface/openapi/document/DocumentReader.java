package io.axiom.version.surface.openapi.document;

import java.io.StringReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * Reads a document, JSON or YAML. Refuses what is too large ({@code surface.too-large}), too deep
 * ({@code surface.too-deep}), malformed ({@code surface.malformed}, with line and column) or something else than
 * OpenAPI 3.x ({@code surface.not-openapi}).
 */
public final class DocumentReader {
    /** The largest document read, in characters. */
    public static final int MAX_LENGTH = 20 * 1024 * 1024;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxDocumentLength(-1)
            .maxNestingDepth(TreeReader.MAX_DEPTH)
            .maxNumberLength(400)
            .maxNameLength(2_000)
            .maxStringLength(MAX_LENGTH)
            .build();

    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();

    private static final TokenStreamFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(LIMITS)
            .loadSettings(
                    LoadSettings.builder().setCodePointLimit(MAX_LENGTH + 1).build())
            .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
            .build();

    private DocumentReader() {}

    /**
     * @param which what to call the document in a refusal: {@code previous} or {@code current}
     */
    public static Document read(String text, String which) {
        if (text.length() > MAX_LENGTH) {
            throw Refusals.tooLarge(
                    which, "has " + text.length() + " characters; " + MAX_LENGTH + " are the most that is read");
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return Document.of(tree(content, which), which);
    }

    private static JsonNode tree(String content, String which) {
        boolean json = content.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .limit(1)
                .anyMatch(character -> character == '{');
        try (JsonParser parser =
                (json ? JSON : YAML).createParser(ObjectReadContext.empty(), new StringReader(content))) {
            return new TreeReader(parser, which).read();
        } catch (StreamConstraintsException limit) {
            if (String.valueOf(limit.getOriginalMessage()).contains("depth")) {
                throw Refusals.tooDeep(which, TreeReader.MAX_DEPTH);
            }
            throw Refusals.malformed(which, limit);
        } catch (JacksonException wrong) {
            throw Refusals.malformed(which, wrong);
        } catch (ArithmeticException | NumberFormatException number) {
            throw Refusals.malformed(which, "a number cannot be read: " + number.getMessage(), null);
        }
    }
}
