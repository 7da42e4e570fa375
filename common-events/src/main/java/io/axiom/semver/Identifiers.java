package io.axiom.semver;

/** Dot-separated identifiers of a prerelease or of build metadata (SemVer 2.0.0, items 9 to 11). */
final class Identifiers {
    private Identifiers() {}

    /**
     * Where the identifiers starting at {@code from} end.
     *
     * @param prerelease numeric identifiers must then have no leading zero
     * @return negative {@code ~position} of the fault when one is empty or has a leading zero
     */
    static int end(String text, int from, boolean prerelease) {
        int at = from;
        while (true) {
            int start = at;
            boolean numeric = true;
            while (at < text.length() && isIdentifierChar(text.charAt(at))) {
                numeric &= Digits.isDigit(text.charAt(at));
                at++;
            }
            if (at == start) {
                return ~at;
            }
            if (prerelease && numeric && at - start > 1 && text.charAt(start) == '0') {
                return ~start;
            }
            if (at == text.length() || text.charAt(at) != '.') {
                return at;
            }
            at++;
        }
    }

    static boolean areValid(String text) {
        return end(text, 0, true) == text.length();
    }

    /** Precedence of two non-empty lists of identifiers (SemVer 2.0.0, item 11.4). */
    static int compare(String a, int aFrom, int aTo, String b, int bFrom, int bTo) {
        int i = aFrom;
        int j = bFrom;
        while (true) {
            int iEnd = identifierEnd(a, i, aTo);
            int jEnd = identifierEnd(b, j, bTo);
            int difference = compareOne(a, i, iEnd, b, j, jEnd);
            if (difference != 0) {
                return difference;
            }
            if (iEnd == aTo || jEnd == bTo) {
                return Boolean.compare(iEnd != aTo, jEnd != bTo);
            }
            i = iEnd + 1;
            j = jEnd + 1;
        }
    }

    private static int compareOne(String a, int aFrom, int aTo, String b, int bFrom, int bTo) {
        boolean aNumeric = isNumeric(a, aFrom, aTo);
        boolean bNumeric = isNumeric(b, bFrom, bTo);
        if (aNumeric && bNumeric) {
            return Digits.compare(a, aFrom, aTo, b, bFrom, bTo);
        }
        return aNumeric != bNumeric ? (aNumeric ? -1 : 1) : Digits.compareText(a, aFrom, aTo, b, bFrom, bTo);
    }

    static boolean isNumeric(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Digits.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    static boolean isNumeric(String identifier) {
        return isNumeric(identifier, 0, identifier.length());
    }

    private static int identifierEnd(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != '.') {
            i++;
        }
        return i;
    }

    private static boolean isIdentifierChar(char c) {
        return Digits.isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }
}
