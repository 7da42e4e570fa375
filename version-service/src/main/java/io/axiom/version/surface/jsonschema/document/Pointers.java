package io.axiom.version.surface.jsonschema.document;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {
    private Pointers() {}

    public static String child(String pointer, String token) {
        String escaped = token.indexOf('~') < 0 && token.indexOf('/') < 0
                ? token
                : token.replace("~", "~0").replace("/", "~1");
        return pointer + "/" + escaped;
    }

    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    static Stream<String> tokens(String pointer) {
        List<String> parts = Arrays.asList(pointer.split("/", -1));
        return parts.stream().skip(1).map(part -> part.replace("~1", "/").replace("~0", "~"));
    }
}
