package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Limits of size and number. Where a smallest size is not given it is 0. */
final class LimitRule implements SchemaRule {
    private static final int GREATEST_SCALE = 400;

    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null) {
            return;
        }
        range(site, "max", "maximum", "exclusiveMaximum");
        range(site, "min", "minimum", "exclusiveMinimum");
        limit(site, "max-length", number(site.previous(), "maxLength"), number(site.current(), "maxLength"));
        limit(site, "max-items", number(site.previous(), "maxItems"), number(site.current(), "maxItems"));
        limit(
                site,
                "max-properties",
                number(site.previous(), "maxProperties"),
                number(site.current(), "maxProperties"));
        limit(site, "max-contains", number(site.previous(), "maxContains"), number(site.current(), "maxContains"));
        smallest(site, "min-length", "minLength", BigDecimal.ZERO);
        smallest(site, "min-items", "minItems", BigDecimal.ZERO);
        smallest(site, "min-properties", "minProperties", BigDecimal.ZERO);
        smallest(site, "min-contains", "minContains", BigDecimal.ONE);
        multiple(site, number(site.previous(), "multipleOf"), number(site.current(), "multipleOf"));
        unique(site);
    }

    /** In 3.0 the exclusive limit is a flag beside the limit, in 3.1 a limit of its own; documents of both are compared. */
    private static void range(Site site, String rule, String limit, String exclusive) {
        JsonNode before = site.previous();
        JsonNode after = site.current();
        BigDecimal valueBefore = number(before, limit);
        BigDecimal valueAfter = number(after, limit);
        BigDecimal ownBefore = number(before, exclusive);
        BigDecimal ownAfter = number(after, exclusive);
        boolean flagBefore = Nodes.isTrue(before.get(exclusive));
        boolean flagAfter = Nodes.isTrue(after.get(exclusive));
        if (flagBefore && ownAfter != null && valueBefore != null) {
            ownBefore = valueBefore;
            valueBefore = null;
            flagBefore = false;
        }
        if (flagAfter && ownBefore != null && valueAfter != null) {
            ownAfter = valueAfter;
            valueAfter = null;
            flagAfter = false;
        }
        if (flagBefore != flagAfter) {
            String bound = valueAfter == null ? "true" : valueAfter.toString();
            site.report(
                    "exclusive-" + rule + (flagAfter ? "-set" : "-unset"),
                    flagAfter ? null : bound,
                    flagAfter ? bound : null);
        }
        if (isMoved(valueBefore, valueAfter, ownBefore, ownAfter)) {
            site.report("exclusive-" + rule + "-set", null, String.valueOf(ownAfter));
        } else if (isMoved(ownBefore, ownAfter, valueBefore, valueAfter)) {
            site.report("exclusive-" + rule + "-unset", String.valueOf(ownBefore), null);
        } else {
            limit(site, rule, valueBefore, valueAfter);
            limit(site, "exclusive-" + rule, ownBefore, ownAfter);
        }
    }

    /** Whether the same number stands in the other keyword now. */
    private static boolean isMoved(
            @Nullable BigDecimal left,
            @Nullable BigDecimal leftAfter,
            @Nullable BigDecimal otherBefore,
            @Nullable BigDecimal other) {
        return left != null && leftAfter == null && otherBefore == null && other != null && left.compareTo(other) == 0;
    }

    private static void limit(Site site, String rule, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null && after != null) {
            site.report(rule + "-set", null, after.toString());
        } else if (before != null && after == null) {
            site.report(rule + "-unset", before.toString(), null);
        } else if (before != null && after != null) {
            moved(site, rule, before, after);
        }
    }

    private static void smallest(Site site, String rule, String keyword, BigDecimal absent) {
        BigDecimal before = number(site.previous(), keyword);
        BigDecimal after = number(site.current(), keyword);
        moved(site, rule, before == null ? absent : before, after == null ? absent : after);
    }

    private static void moved(Site site, String rule, BigDecimal before, BigDecimal after) {
        int way = after.compareTo(before);
        if (way != 0) {
            site.report(rule + (way > 0 ? "-increased" : "-decreased"), before.toString(), after.toString());
        }
    }

    private static void multiple(Site site, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            limit(site, "multiple-of", before, after);
        } else if (before.compareTo(after) != 0) {
            String way =
                    isMultiple(before, after) ? "generalized" : isMultiple(after, before) ? "specialized" : "changed";
            site.report("multiple-of-" + way, before.toString(), after.toString());
        }
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal of) {
        boolean small =
                Math.abs((long) number.scale()) < GREATEST_SCALE && Math.abs((long) of.scale()) < GREATEST_SCALE;
        return small && of.signum() != 0 && number.remainder(of).signum() == 0;
    }

    private static void unique(Site site) {
        boolean before = Nodes.isTrue(site.previous().get("uniqueItems"));
        boolean after = Nodes.isTrue(site.current().get("uniqueItems"));
        if (before != after) {
            String rule = after ? "unique-items-required" : "unique-items-not-required";
            site.report(rule, String.valueOf(before), String.valueOf(after));
        }
    }

    private static @Nullable BigDecimal number(JsonNode schema, String keyword) {
        JsonNode value = schema.get(keyword);
        return value != null && value.isNumber() ? value.decimalValue() : null;
    }
}
