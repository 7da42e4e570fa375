package io.axiom.migration.schema;

import io.axiom.language.json.Json;
import io.axiom.migration.database.Engine;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A database's schema at one moment.
 *
 * @param version of the engine, as it names itself; two snapshots of different versions may be compared
 * @param objects sorted by kind, then name
 */
public record Snapshot(Engine engine, String version, List<SchemaObject> objects) {
    public Snapshot {
        objects = objects.stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** The objects by id, in order. */
    public SortedMap<ObjectId, SchemaObject> index() {
        SortedMap<ObjectId, SchemaObject> index = new TreeMap<>();
        objects.forEach(object -> index.put(object.id(), object));
        return Collections.unmodifiableSortedMap(index);
    }

    /** A schema of the same engine and version with nothing in it but the schema every database begins with. */
    public Snapshot empty() {
        return new Snapshot(
                engine,
                version,
                objects.stream()
                        .filter(object -> object.kind() == Kind.SCHEMA
                                && object.id().name().equals("public"))
                        .toList());
    }

    /** Equal schemas have equal text. */
    public String json() {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** Reads what {@link #json} writes; throws Jackson's exceptions where it is something else. */
    public static Snapshot fromJson(String json) {
        return Json.mapper().readValue(json, Snapshot.class);
    }
}
