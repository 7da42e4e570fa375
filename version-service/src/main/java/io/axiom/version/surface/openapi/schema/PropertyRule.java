package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.schema.Usage.Place;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Properties that came or went, and which must be there. */
final class PropertyRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null) {
            return;
        }
        Wrapping wrapping = Wrapping.of(site);
        Set<String> moved = wrapping == null ? Set.of() : wrapping.moved();
        PropertyChanges changes = site.usage().isRequest() ? new SentProperties(site) : new ReceivedProperties(site);
        JsonNode before = site.previous().path("properties");
        JsonNode after = site.current().path("properties");
        SchemaGraph graph = site.usage().graph();
        before.properties().stream()
                .filter(entry -> !after.has(entry.getKey()) && !moved.contains(entry.getKey()))
                .filter(entry -> SchemaSource.isSchema(entry.getValue()))
                .forEach(entry ->
                        changes.removed(entry.getKey(), graph.previous().schema(entry.getValue())));
        after.properties().stream()
                .filter(entry -> !before.has(entry.getKey()) && SchemaSource.isSchema(entry.getValue()))
                .forEach(entry -> changes.added(entry.getKey(), graph.current().schema(entry.getValue())));
        required(site, changes, before, after);
    }

    /** Of properties listed on both sides, or on neither: what came or went has been judged as such. */
    private static void required(Site site, PropertyChanges changes, JsonNode before, JsonNode after) {
        Set<String> wasRequired = required(site.previous());
        Set<String> isRequired = required(site.current());
        Set<String> names = new LinkedHashSet<>(isRequired);
        names.addAll(wasRequired);
        for (String name : names) {
            boolean sameSide = before.has(name) == after.has(name);
            if (sameSide && wasRequired.contains(name) != isRequired.contains(name)) {
                JsonNode property = after.path(name);
                JsonNode schema = SchemaSource.isSchema(property)
                        ? site.usage().graph().current().schema(property)
                        : property;
                changes.demanded(name, schema, isRequired.contains(name));
            }
        }
    }

    static Set<String> required(JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode required = schema.path("required");
        if (required.isArray()) {
            required.forEach(name -> names.add(name.asString("")));
        }
        return names;
    }

    /** How the changes are told, by who sends the object. */
    sealed interface PropertyChanges permits SentProperties, ReceivedProperties {
        void removed(String name, JsonNode property);

        void added(String name, JsonNode property);

        void demanded(String name, JsonNode property, boolean now);
    }

    static boolean isParameter(Site site) {
        return site.usage().place() == Place.PARAMETER;
    }
}
