package io.axiom.version.surface.jsonschema.logic;

import io.axiom.version.surface.jsonschema.document.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tightest bound of numbers on one side.
 *
 * @param keyword the keyword that states it, such as {@code exclusiveMinimum}
 */
public record Bound(BigDecimal value, boolean exclusive, String keyword, Schema source) {

    /** The tightest lower (or upper) bound of all members; null where there is none. */
    public static @Nullable Bound of(List<Schema> members, boolean lower) {
        String inclusive = lower ? "minimum" : "maximum";
        String exclusive = lower ? "exclusiveMinimum" : "exclusiveMaximum";
        Bound tightest = null;
        for (Schema member : members) {
            JsonNode limit = member.get(inclusive);
            JsonNode strict = member.get(exclusive);
            if (limit != null) {
                // In draft 4 exclusiveMinimum is a flag on minimum.
                boolean flagged = strict != null && strict.isBoolean() && strict.asBoolean();
                tightest = tighter(tightest, new Bound(Numbers.of(limit), flagged, inclusive, member), lower);
            }
            if (strict != null && strict.isNumber()) {
                tightest = tighter(tightest, new Bound(Numbers.of(strict), true, exclusive, member), lower);
            }
        }
        return tightest;
    }

    private static Bound tighter(@Nullable Bound one, Bound other, boolean lower) {
        return one == null || other.implies(one, lower) ? other : one;
    }

    /** Whether every number within this bound is within the other. */
    public boolean implies(Bound other, boolean lower) {
        int order = value.compareTo(other.value) * (lower ? 1 : -1);
        return order > 0 || order == 0 && (exclusive || !other.exclusive);
    }

    /** The bound as whole numbers feel it: above 9.5 means from 10. */
    public Bound ofWholeNumbers(boolean lower) {
        if (!Numbers.isModest(value)) {
            return this;
        }
        BigDecimal edge = Numbers.rounded(value, lower ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (exclusive && edge.compareTo(value) == 0) {
            edge = lower ? edge.add(BigDecimal.ONE) : edge.subtract(BigDecimal.ONE);
        }
        return new Bound(edge, false, keyword, source);
    }

    /** Whether no number is both within this lower bound and within that upper one. */
    public boolean crosses(Bound upper) {
        int order = value.compareTo(upper.value);
        return order > 0 || order == 0 && (exclusive || upper.exclusive);
    }
}
