package io.axiom.version.surface.openapi;

import java.util.ArrayList;
import java.util.List;

/**
 * A path without the names of its variables: {@code /pets/{id}} and {@code /pets/{petId}} are the same to clients.
 *
 * @param text with <code>{}</code> for every variable
 * @param variables their names in order
 */
record PathTemplate(String text, List<String> variables) {

    static PathTemplate of(String path) {
        StringBuilder text = new StringBuilder(path.length());
        List<String> variables = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            int open = path.indexOf('{', at);
            int close = open < 0 ? -1 : path.indexOf('}', open);
            if (close < 0) {
                break;
            }
            text.append(path, at, open).append("{}");
            variables.add(path.substring(open + 1, close));
            at = close + 1;
        }
        return new PathTemplate(text.append(path, at, path.length()).toString(), List.copyOf(variables));
    }
}
