package io.axiom.migration.inverse;

import io.axiom.language.migration.WayBackGrade;
import io.axiom.migration.schema.Kind;
import io.axiom.migration.schema.ObjectId;
import io.axiom.migration.schema.Property;
import io.axiom.migration.schema.SchemaObject;
import io.axiom.migration.schema.diff.Difference;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that changed the schema means for the data, difference by difference.
 *
 * @param before the schema before the statement
 * @param after the schema after it
 * @param statement its text
 * @param keeper null where nothing is to be kept
 */
record Grading(
        SortedMap<ObjectId, SchemaObject> before,
        SortedMap<ObjectId, SchemaObject> after,
        String statement,
        @Nullable Keeper keeper) {

    void judge(List<Difference> differences, Keep keep, Verdict verdict) {
        for (Difference difference : differences) {
            switch (difference.change()) {
                case ADDED -> added(difference.object(), verdict);
                case REMOVED -> removed(difference.object(), keep, verdict);
                case CHANGED -> changed(difference, keep, verdict);
                case REORDERED -> verdict.say(WayBackGrade.LOSSLESS, difference.sentence());
            }
        }
    }

    private void added(ObjectId id, Verdict verdict) {
        SchemaObject object = after.get(id);
        if (id.kind() == Kind.TABLE) {
            verdict.say(WayBackGrade.LOSES_LATER_DATA, "rows written to " + id.path() + " later are dropped with it");
        } else if (id.kind() == Kind.COLUMN && object != null && !object.is(Property.GENERATED)) {
            verdict.say(WayBackGrade.LOSES_LATER_DATA, "values written to " + id.path() + " later are dropped with it");
        } else {
            verdict.say(WayBackGrade.LOSSLESS, id.text() + " is dropped again");
        }
    }

    private void removed(ObjectId id, Keep keep, Verdict verdict) {
        SchemaObject object = before.get(id);
        if (object == null) {
            return;
        }
        boolean withTable = id.kind().owned() && !after.containsKey(ObjectId.of(Kind.TABLE, id.schema(), id.owner()));
        switch (id.kind()) {
            case TABLE -> destroyed(id, "the rows", keeper == null ? null : keeper.table(id, keep), verdict);
            case COLUMN -> {
                if (object.is(Property.GENERATED)) {
                    verdict.say(WayBackGrade.LOSSLESS, id.text() + " is computed again");
                } else {
                    String kept = keeper == null ? null : keeper.column(object, true, keep);
                    destroyed(id, "the values", kept, verdict);
                    if (object.is(Property.NOT_NULL) && !object.is(Property.DEFAULT) && !object.is(Property.IDENTITY)) {
                        verdict.say(
                                WayBackGrade.LOSES_LATER_DATA,
                                "rows written later have no value for " + id.path()
                                        + ", which the way back then asks for");
                    }
                }
            }
            case SEQUENCE -> destroyed(id, "the position", keeper == null ? null : keeper.sequence(id, keep), verdict);
            case CHECK, KEY, FOREIGN_KEY -> {
                if (object.elements().stream().anyMatch(column -> columnGone(id, column))) {
                    verdict.say(WayBackGrade.LOSSLESS, id.text() + " comes back with its column");
                } else if (!withTable) {
                    constraintLifted(id, verdict);
                }
            }
            case INDEX -> {
                if (object.is(Property.UNIQUE) && !withTable) {
                    constraintLifted(id, verdict);
                } else {
                    verdict.say(WayBackGrade.LOSSLESS, id.text() + " is built again");
                }
            }
            default -> verdict.say(WayBackGrade.LOSSLESS, id.text() + " is created again");
        }
    }

    private boolean columnGone(ObjectId constraint, String column) {
        return !after.containsKey(new ObjectId(Kind.COLUMN, constraint.schema(), constraint.owner(), column));
    }

    private static void constraintLifted(ObjectId id, Verdict verdict) {
        verdict.say(
                WayBackGrade.LOSES_LATER_DATA,
                id.text() + " comes back only if no row written later breaks it; else the way back stops there");
    }

    private static void destroyed(ObjectId id, String what, @Nullable String kept, Verdict verdict) {
        if (kept == null) {
            verdict.say(WayBackGrade.IRREVERSIBLE, id.text() + " is dropped and " + what + " with it");
        } else {
            verdict.say(WayBackGrade.LOSSLESS, what + " of " + id.text() + " are kept in " + kept);
        }
    }

    private void changed(Difference difference, Keep keep, Verdict verdict) {
        ObjectId id = difference.object();
        String property = String.valueOf(difference.property());
        if (id.kind() == Kind.COLUMN) {
            column(difference, property, keep, verdict);
        } else if (id.kind() == Kind.ENUM) {
            verdict.say(
                    WayBackGrade.LOSES_LATER_DATA,
                    difference.sentence() + "; rows written later with a label the old type lacks stop the way back");
        } else if (id.kind() == Kind.COMPOSITE) {
            verdict.say(WayBackGrade.IRREVERSIBLE, difference.sentence() + "; values of attributes that went are gone");
        } else if (id.kind() == Kind.DOMAIN && difference.to() == null && property.startsWith("check ")) {
            constraintLifted(id, verdict);
        } else if (List.of(Kind.CHECK, Kind.KEY, Kind.FOREIGN_KEY).contains(id.kind())) {
            constraintLifted(id, verdict);
        } else {
            verdict.say(WayBackGrade.LOSSLESS, difference.sentence());
        }
    }

    private void column(Difference difference, String property, Keep keep, Verdict verdict) {
        SchemaObject column = before.get(difference.object());
        if (column == null) {
            return;
        }
        switch (property) {
            case Property.TYPE, Property.COLLATION, Property.GENERATED, Property.GENERATED_KIND -> {
                if (column.is(Property.GENERATED)) {
                    SchemaObject now = after.get(difference.object());
                    boolean still = now != null && now.is(Property.GENERATED);
                    verdict.say(
                            still ? WayBackGrade.LOSSLESS : WayBackGrade.LOSES_LATER_DATA,
                            difference.sentence() + "; its values are computed again");
                    return;
                }
                if (TypeChange.keepsValues(difference.from(), difference.to(), statement)) {
                    verdict.say(
                            WayBackGrade.LOSES_LATER_DATA,
                            difference.sentence()
                                    + "; values written later that do not fit the old type stop the way back");
                    return;
                }
                String kept = keeper == null ? null : keeper.column(column, false, keep);
                if (kept == null) {
                    verdict.say(
                            WayBackGrade.IRREVERSIBLE,
                            difference.sentence() + "; the old values may not come out of the new ones");
                } else {
                    verdict.say(
                            WayBackGrade.LOSES_LATER_DATA,
                            difference.sentence() + "; the old values are kept in " + kept
                                    + ", those written later are converted");
                }
            }
            case Property.NOT_NULL -> {
                if (difference.to() == null) {
                    constraintLifted(difference.object(), verdict);
                } else {
                    verdict.say(WayBackGrade.LOSSLESS, difference.sentence());
                }
            }
            default -> verdict.say(WayBackGrade.LOSSLESS, difference.sentence());
        }
    }
}
