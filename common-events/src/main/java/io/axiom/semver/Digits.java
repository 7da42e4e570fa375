package io.axiom.semver;

import java.math.BigInteger;

/** Decimal numbers of any size as text without leading zeros, which is how versions carry them. */
final class Digits {
    private static final int FITS_LONG = 18;

    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where the number starting at {@code from} ends; negative when there is none or it has a leading zero. */
    static int numberEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        boolean leadingZero = i - from > 1 && text.charAt(from) == '0';
        return i == from || leadingZero ? -1 : i;
    }

    static String next(String number) {
        return number.length() <= FITS_LONG
                ? Long.toString(Long.parseLong(number) + 1)
                : new BigInteger(number).add(BigInteger.ONE).toString();
    }

    /** Compares two numbers: without leading zeros the longer is the greater. */
    static int compare(String a, int aFrom, int aTo, String b, int bFrom, int bTo) {
        int byLength = (aTo - aFrom) - (bTo - bFrom);
        return byLength != 0 ? byLength : compareText(a, aFrom, aTo, b, bFrom, bTo);
    }

    /** Compares in ASCII order; of two where one starts with the other, the longer is the greater. */
    static int compareText(String a, int aFrom, int aTo, String b, int bFrom, int bTo) {
        int common = Math.min(aTo - aFrom, bTo - bFrom);
        for (int i = 0; i < common; i++) {
            int difference = a.charAt(aFrom + i) - b.charAt(bFrom + i);
            if (difference != 0) {
                return difference;
            }
        }
        return (aTo - aFrom) - (bTo - bFrom);
    }
}
