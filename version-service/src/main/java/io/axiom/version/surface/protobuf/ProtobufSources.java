package io.axiom.version.surface.protobuf;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The files of a surface.
 *
 * @param files text by file name
 * @param unnamed whether the content was the text of one file
 */
record ProtobufSources(Map<String, String> files, boolean unnamed) {
    /** What a file is called when nobody named it. */
    private static final String UNNAMED = "surface.proto";

    private static final int MOST_FILES = 1_000;

    static ProtobufSources read(String content) {
        if (content.length() > Json.MAX_DOCUMENT) {
            throw new RejectedException(new Rejection(
                    "surface.too-large",
                    Rejection.Kind.TOO_LARGE,
                    "The Protobuf surface has " + content.length() + " characters; at most " + Json.MAX_DOCUMENT
                            + " are read.",
                    "Leave out files that are not part of what the component offers, or split the component."));
        }
        if (!content.stripLeading().startsWith("{")) {
            return new ProtobufSources(Map.of(UNNAMED, content), true);
        }
        Map<String, String> files = new TreeMap<>(object(content));
        files.keySet().forEach(ProtobufSources::checkName);
        if (files.values().stream().anyMatch(Objects::isNull)) {
            throw malformed("a file has no text");
        }
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw malformed("it has " + files.size() + " files, not 1 to " + MOST_FILES);
        }
        return new ProtobufSources(files, false);
    }

    /** Where the other side names its only file, a file without a name takes that name. */
    ProtobufSources namedLike(ProtobufSources other) {
        boolean same = unnamed && !other.unnamed && other.files.size() == 1;
        return same ? new ProtobufSources(Map.of(other.files.keySet().iterator().next(), text()), false) : this;
    }

    private String text() {
        return files.values().iterator().next();
    }

    private static Map<String, String> object(String content) {
        try {
            return Json.mapper().readValue(content, new TypeReference<Map<String, String>>() {});
        } catch (JacksonException e) {
            throw malformed("it starts like a JSON object of file name to text, but is none: "
                    + Texts.shorten(e.getOriginalMessage(), 200));
        }
    }

    private static void checkName(String name) {
        boolean inside = !name.isEmpty()
                && name.length() <= 500
                && !name.contains("\\")
                && List.of(name.split("/", -1)).stream()
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!inside) {
            throw malformed(
                    "\"" + Texts.shorten(name, 120) + "\" is not a relative path with \"/\" and without \"..\"");
        }
    }

    private static RejectedException malformed(String what) {
        return new RejectedException(new Rejection(
                "surface.malformed",
                Rejection.Kind.INVALID,
                "The Protobuf surface is not valid: " + what + ".",
                "Send the text of one .proto file, or a JSON object of file name to text."));
    }
}
