package io.axiom.version.surface.jsonschema.logic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Exact arithmetic within limits: an exponent like 1e999999999 must not become a number of that many digits. */
public final class Numbers {
    private static final int MAX_SCALE = 400;

    private Numbers() {}

    static BigDecimal of(JsonNode number) {
        return number.decimalValue();
    }

    /** Whether the number can be rounded and divided at a sane cost. */
    static boolean isModest(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_SCALE && number.precision() <= 3 * MAX_SCALE;
    }

    /** Whether value = n × divisor for a whole n; unknown for immodest numbers. */
    public static Truth isMultiple(BigDecimal value, BigDecimal divisor) {
        if (value.signum() == 0 || value.compareTo(divisor) == 0) {
            return Truth.TRUE;
        }
        if (!isModest(value) || !isModest(divisor)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(value.remainder(divisor).signum() == 0);
    }

    /** What every multiple of all the numbers is a multiple of; null when there are none, or it is immodest. */
    public static @Nullable BigDecimal leastCommonMultiple(List<BigDecimal> numbers) {
        BigDecimal common = null;
        for (BigDecimal number : numbers) {
            if (!isModest(number)) {
                return null;
            }
            common = common == null ? number : leastCommonMultiple(common, number);
            if (!isModest(common)) {
                return null;
            }
        }
        return common;
    }

    private static BigDecimal leastCommonMultiple(BigDecimal one, BigDecimal other) {
        int scale = Math.max(0, Math.max(one.scale(), other.scale()));
        BigInteger a = one.setScale(scale).unscaledValue();
        BigInteger b = other.setScale(scale).unscaledValue();
        return new BigDecimal(a.divide(a.gcd(b)).multiply(b), scale);
    }

    static BigDecimal rounded(BigDecimal value, RoundingMode mode) {
        return isModest(value) ? value.setScale(0, mode) : value;
    }
}
