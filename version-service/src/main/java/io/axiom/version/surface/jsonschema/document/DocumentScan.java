package io.axiom.version.surface.jsonschema.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One walk over all schemas of a document, keyword by keyword: notes what is not understood, what can be referred to, and
 * resolves the references. Values such as those of {@code enum} or {@code default} are data and not walked.
 */
final class DocumentScan {
    private record Reference(JsonNode from, String keyword, String text, String resource, String pointer) {}

    private final Dialect dialect;
    private final String which;
    private final Resources resources;
    private final Map<JsonNode, Set<String>> notUnderstood = new IdentityHashMap<>();
    private final Map<JsonNode, List<Place>> references = new IdentityHashMap<>();
    private final Set<JsonNode> besides = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Reference> pending = new ArrayList<>();

    DocumentScan(Place root, Dialect dialect, String which) {
        this.dialect = dialect;
        this.which = which;
        this.resources = new Resources(root);
        schema(root.node(), root.pointer(), Resources.ROOT);
        while (!pending.isEmpty()) {
            resolve(pending.removeLast());
        }
    }

    Map<JsonNode, Set<String>> notUnderstood() {
        return notUnderstood;
    }

    Map<JsonNode, List<Place>> references() {
        return references;
    }

    private void schema(JsonNode node, String pointer, String outer) {
        if (!node.isObject()) {
            return;
        }
        boolean alone = dialect.referenceStandsAlone() && node.has("$ref");
        String resource = alone ? outer : resources.enter(new Place(node, pointer, true), outer, dialect);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Keyword keyword = Keyword.understood(field.getKey(), field.getValue(), dialect);
            if (keyword == null) {
                refuse(node, field.getKey());
            } else {
                keyword(node, keyword, field.getValue(), pointer, resource);
            }
        }
    }

    private void keyword(JsonNode node, Keyword keyword, JsonNode value, String pointer, String resource) {
        String path = Pointers.child(pointer, keyword.name());
        switch (keyword.shape()) {
            case SCHEMA -> schema(value, path, resource);
            case SCHEMAS -> list(value, path, resource);
            case SCHEMA_OR_SCHEMAS -> {
                schema(value, path, resource);
                list(value, path, resource);
            }
            case SCHEMA_MAP, DEPENDENCIES ->
                value.properties()
                        .forEach(entry -> schema(entry.getValue(), Pointers.child(path, entry.getKey()), resource));
            case REFERENCE -> pending.add(new Reference(node, keyword.name(), value.asString(), resource, pointer));
            default -> {}
        }
    }

    private void list(JsonNode value, String path, String resource) {
        if (value.isArray()) {
            int index = 0;
            for (JsonNode element : value) {
                schema(element, Pointers.child(path, index++), resource);
            }
        }
    }

    private void resolve(Reference reference) {
        if (!reference.keyword().equals("$ref") && resources.isDynamic(reference.text())) {
            refuse(reference.from(), reference.keyword());
            return;
        }
        Place target = resources.find(reference.text(), reference.resource(), which, reference.pointer());
        references.computeIfAbsent(reference.from(), any -> new ArrayList<>()).add(target);
        if (!target.scanned() && besides.add(target.node())) {
            schema(target.node(), target.pointer(), reference.resource());
        }
    }

    private void refuse(JsonNode node, String keyword) {
        notUnderstood.computeIfAbsent(node, any -> new LinkedHashSet<>()).add(keyword);
    }
}
