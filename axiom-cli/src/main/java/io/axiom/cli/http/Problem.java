package io.axiom.cli.http;

import io.axiom.cli.text.Ink;
import io.axiom.language.json.Json;
import java.io.PrintWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What went wrong, as RFC 9457 has it, with Axiom's {@code code} and {@code next}.
 *
 * @param title what happened
 * @param detail why
 * @param next what to do now
 * @param code stable, for scripts
 * @param status HTTP status, 0 when there was no answer
 */
public record Problem(String title, String detail, String next, String code, int status, ObjectNode json) {

    /** One found on this side of the wire. */
    public static Problem local(String code, String title, String detail, String next) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("type", "urn:axiom:problem:" + code).put("title", title).put("detail", detail);
        json.put("code", code).put("next", next);
        return new Problem(title, detail, next, code, 0, json);
    }

    /** Reads an answer that is not a success, whoever wrote it. */
    public static Problem read(int status, String body, String url) {
        try {
            if (Json.lenient().readTree(body) instanceof ObjectNode json && json.has("status")) {
                return new Problem(
                        text(json, "title", "HTTP status " + status),
                        text(json, "detail", ""),
                        text(json, "next", ""),
                        text(json, "code", "http." + status),
                        status,
                        json);
            }
        } catch (JacksonException e) {
            // Not Axiom's own answer: said below.
        }
        Problem problem = local(
                "http." + status,
                "The answer was HTTP status " + status + ".",
                "It came from " + url + " and is not one of Axiom's.",
                "Check with --url or AXIOM_URL that this is an Axiom gateway.");
        return new Problem(problem.title, problem.detail, problem.next, problem.code, status, problem.json);
    }

    private static String text(JsonNode json, String field, String otherwise) {
        JsonNode value = json.get(field);
        return value != null && value.isString() ? value.stringValue() : otherwise;
    }

    /** What, why, next, code. */
    public void print(PrintWriter err, Ink ink) {
        err.println(ink.bad("✖ ") + ink.strong(Ink.clean(title)));
        if (!detail.isBlank() && !detail.equals(title)) {
            err.println("  " + Ink.clean(detail));
        }
        if (!next.isBlank()) {
            err.println("  Next: " + Ink.clean(next));
        }
        err.println(ink.faint("  Code: " + Ink.clean(code)));
        err.flush();
    }
}
