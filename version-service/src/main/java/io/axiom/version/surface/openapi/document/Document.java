package io.axiom.version.surface.openapi.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One OpenAPI 3.x document. Its references stay inside it: {@code #/…} pointers and {@code #anchor}. */
public final class Document {
    private static final int MAX_CHAIN = 100;

    private final JsonNode root;
    private final String which;
    private final Map<String, JsonNode> targets = new HashMap<>();
    private @Nullable Map<String, JsonNode> anchors;

    private Document(JsonNode root, String which) {
        this.root = root;
        this.which = which;
    }

    static Document of(JsonNode root, String which) {
        String version = root.path("openapi").asString("");
        if (!version.equals("3") && !version.startsWith("3.")) {
            throw Refusals.notOpenApi(which, found(root));
        }
        Document document = new Document(root, which);
        ReferenceCheck.references(root, which).forEach(reference -> document.resolve(document.target(reference)));
        return document;
    }

    private static String found(JsonNode root) {
        if (!root.isObject()) {
            return "it is " + Nodes.describe(root);
        }
        for (String kind : new String[] {"openapi", "swagger", "asyncapi", "$schema"}) {
            if (root.has(kind)) {
                return "it says " + kind + ": " + Nodes.text(root.get(kind));
            }
        }
        return "it has no field \"openapi\"";
    }

    public JsonNode root() {
        return root;
    }

    /** What the document is called in a refusal. */
    public String which() {
        return which;
    }

    /** Whether siblings of {@code $ref} count, as they do in schemas since 3.1. */
    public boolean siblingsOfReferencesCount() {
        String version = root.path("openapi").asString("");
        return !version.equals("3") && !version.equals("3.0") && !version.startsWith("3.0.");
    }

    /** The node itself, or what its {@code $ref} leads to in the end. */
    public JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        Set<String> seen = new HashSet<>();
        for (String reference = Nodes.reference(at); reference != null; reference = Nodes.reference(at)) {
            if (!seen.add(reference) || seen.size() > MAX_CHAIN) {
                throw Refusals.referenceLoop(which, reference);
            }
            at = target(reference);
        }
        return at;
    }

    /** A path item: what stands beside its reference counts too, and goes before what is referred to. */
    public JsonNode pathItem(JsonNode node) {
        if (Nodes.reference(node) == null || node.size() == 1) {
            return resolve(node);
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        resolve(node).properties().forEach(entry -> both.set(entry.getKey(), entry.getValue()));
        node.properties().forEach(entry -> both.set(entry.getKey(), entry.getValue()));
        return both;
    }

    /** What one reference points to, which may be a reference again. */
    public JsonNode target(String reference) {
        return targets.computeIfAbsent(reference, this::find);
    }

    private JsonNode find(String reference) {
        JsonNode found = Pointers.find(root, reference);
        if (found == null && !reference.startsWith("#/")) {
            if (anchors == null) {
                anchors = ReferenceCheck.anchors(root);
            }
            found = anchors.get(reference.substring(1));
        }
        if (found == null) {
            throw Refusals.referenceNotFound(which, reference);
        }
        return found;
    }
}
