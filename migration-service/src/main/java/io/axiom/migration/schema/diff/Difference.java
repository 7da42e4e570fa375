package io.axiom.migration.schema.diff;

import io.axiom.migration.schema.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two schemas.
 *
 * @param property what of the object changed; null where the whole object came or went
 * @param from its value in the first schema; null for none
 * @param to its value in the second schema; null for none
 * @param sentence for people, such as "column public.users.age: type integer becomes bigint"
 */
public record Difference(
        Change change,
        ObjectId object,
        @Nullable String property,
        @Nullable String from,
        @Nullable String to,
        String sentence) {
    /** What happened to the object on the way from the first schema to the second. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same columns in another order; no statement is written for it. */
        REORDERED
    }

    static Difference added(ObjectId object) {
        return new Difference(Change.ADDED, object, null, null, null, object.text() + " is added");
    }

    static Difference removed(ObjectId object) {
        return new Difference(Change.REMOVED, object, null, null, null, object.text() + " is removed");
    }

    static Difference changed(ObjectId object, String property, @Nullable String from, @Nullable String to) {
        return new Difference(
                Change.CHANGED, object, property, from, to, object.text() + ": " + words(property, from, to));
    }

    static Difference reordered(ObjectId object, String from, String to) {
        String sentence = object.text() + ": the columns stand in another order, (" + from + ") becomes (" + to + ")";
        return new Difference(Change.REORDERED, object, "order", from, to, sentence);
    }

    private static String words(String property, @Nullable String from, @Nullable String to) {
        String name = property.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        if (from == null) {
            return "true".equals(to) ? "becomes " + name : name + " " + to + " is added";
        }
        if (to == null) {
            return from.equals("true") ? "is no longer " + name : name + " " + from + " is removed";
        }
        return name + " " + from + " becomes " + to;
    }
}
