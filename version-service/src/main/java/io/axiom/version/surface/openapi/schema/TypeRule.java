package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.schema.Usage.Place;
import java.util.Set;

/**
 * The type and format. What clients send may be taken in more widely, what they receive only more narrowly; where values
 * are plain text, as in a URL, text takes in every type.
 */
final class TypeRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null || Wrapping.of(site) != null) {
            return;
        }
        TypeList list = TypeList.change(site.previous(), site.current());
        if (list != null) {
            list.report(site);
            return;
        }
        Types before = Types.of(site.previous());
        Types after = Types.of(site.current());
        if (before.sameNames(after) && before.format().equals(after.format())) {
            return;
        }
        site.report(verdict(site, before, after), before.text(), after.text());
    }

    private static String verdict(Site site, Types before, Types after) {
        Usage usage = site.usage();
        boolean strict = usage.tellsTypesApart();
        if (usage.place() == Place.PARAMETER) {
            return site.isRoot() ? ofParameter(site, before, after) : ofPart(before, after);
        }
        if (usage.isRequest()) {
            return narrows(before, after, strict)
                    ? "type-changed"
                    : isSwap(before, after, after) ? "type-compatible" : "type-generalized";
        }
        if (narrows(after, before, strict)) {
            return !before.sameNames(after) && before.within(after) ? "type-generalized" : "type-changed";
        }
        return isSwap(after, before, before) ? "type-compatible" : "type-specialized";
    }

    private static String ofParameter(Site site, Types before, Types after) {
        boolean oneOfMany = site.usage().listAsRepeated()
                && after.names().equals(Set.of("array"))
                && !before.any()
                && site.current().path("items").isObject()
                && takesIn(site, before);
        return narrows(before, after, false) && !oneOfMany ? "type-changed" : "type-generalized";
    }

    /** Whether the items of the list now take in what was a single value. */
    private static boolean takesIn(Site site, Types before) {
        var item = site.usage().graph().current().schema(site.current().get("items"));
        return !narrows(before, Types.of(item), false) && Contract.sameBesideType(site.previous(), item);
    }

    /** How an object in a parameter is written is not known: where that decides, the change is a risk. */
    private static String ofPart(Types before, Types after) {
        boolean strict = narrows(before, after, true);
        if (strict != narrows(before, after, false)) {
            return "type-changed";
        }
        return strict ? "type-specialized" : "type-generalized";
    }

    private static boolean isSwap(Types narrow, Types wide, Types to) {
        return !narrow.sameNames(wide) && !narrow.any() && !to.any() && !narrow.within(wide);
    }

    /** Whether a value of {@code from} may be refused as {@code to}. */
    private static boolean narrows(Types from, Types to, boolean strict) {
        boolean text = !strict && to.names().contains("string");
        boolean type = !from.sameNames(to) && !to.any() && !from.within(to) && !text;
        boolean format = !from.format().equals(to.format()) && !formatWithin(from, to);
        return type || format;
    }

    private static boolean formatWithin(Types from, Types to) {
        if (to.format().isEmpty()) {
            return true;
        }
        if (to.names().size() != 1) {
            return false;
        }
        String change = from.format() + " " + to.format();
        return switch (to.names().iterator().next()) {
            case "number" ->
                Set.of("float double", "int32 double", "int32 float").contains(change);
            case "integer" ->
                Set.of("int32 int64", "int32 bigint", "int64 bigint").contains(change);
            case "string" -> Set.of("date date-time", "time date-time").contains(change);
            default -> false;
        };
    }
}
