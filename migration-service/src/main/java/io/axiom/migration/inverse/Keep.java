package io.axiom.migration.inverse;

import io.axiom.migration.schema.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is run around one statement to keep what it destroys, and to bring it back. Filled while it is planned. */
final class Keep {
    final List<String> before = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    /** First of all on the way back, while the schema is still the new one. */
    final List<String> beforehand = new ArrayList<>();

    /** As soon as the object is there again. */
    final Map<ObjectId, List<String>> refill = new HashMap<>();
    /** When the schema is the old one again. */
    final List<String> afterwards = new ArrayList<>();

    final List<String> release = new ArrayList<>();

    void refill(ObjectId object, String statement) {
        refill.computeIfAbsent(object, key -> new ArrayList<>()).add(statement);
    }
}
