package io.axiom.semver;

import io.axiom.semver.Comparators.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads npm's range grammar in one pass without going back more than one version, so time is linear in the text.
 * Grammar: <a href="https://github.com/npm/node-semver#range-grammar">node-semver, range grammar</a>.
 */
final class RangeParser {
    private final String text;
    private final boolean includePrerelease;
    private final Comparators comparators;
    private int at;

    RangeParser(String text, boolean includePrerelease) {
        this.text = text;
        this.includePrerelease = includePrerelease;
        this.comparators = new Comparators(includePrerelease);
    }

    List<Alternative> parse() {
        List<Alternative> alternatives = new ArrayList<>();
        alternatives.add(alternative());
        while (at < text.length()) {
            if (!text.startsWith("||", at)) {
                throw expected("\"||\"");
            }
            at += 2;
            alternatives.add(alternative());
        }
        return alternatives;
    }

    private Alternative alternative() {
        List<SemanticVersion> named = new ArrayList<>(2);
        Span span = Span.EVERYTHING;
        skipSpace();
        boolean first = true;
        while (at < text.length() && text.charAt(at) != '|') {
            Operator operator = operator();
            Partial version = partial(operator);
            boolean spaced = skipSpace();
            if (first && operator == Operator.EXACT && spaced && at < text.length() && text.charAt(at) == '-') {
                Partial to = hyphenEnd();
                note(version, named);
                note(to, named);
                span = comparators.hyphen(version, to);
                break;
            }
            note(version, named);
            span = span.and(comparators.span(operator, version));
            if (!spaced && at < text.length() && text.charAt(at) != '|') {
                throw expected("a space, \"||\" or the end");
            }
            first = false;
        }
        return new Alternative(span, named, includePrerelease);
    }

    private Partial hyphenEnd() {
        at++;
        if (!skipSpace()) {
            throw expected("a space after the hyphen");
        }
        Partial to = partial(Operator.EXACT);
        skipSpace();
        if (at < text.length() && text.charAt(at) != '|') {
            throw expected("\"||\" or the end after a hyphen range");
        }
        return to;
    }

    private static void note(Partial version, List<SemanticVersion> named) {
        if (version.namesPrerelease()) {
            named.add(version.version());
        }
    }

    private Operator operator() {
        Operator operator = Operator.EXACT;
        if (accept('~')) {
            accept('>');
            operator = Operator.TILDE;
        } else if (accept('^')) {
            operator = Operator.CARET;
        } else if (accept('<')) {
            skipSpace();
            operator = accept('=') ? Operator.LESS_OR_EQUAL : Operator.LESS;
        } else if (accept('>')) {
            skipSpace();
            operator = accept('=') ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
        } else if (accept('=')) {
            operator = Operator.EXACT;
        }
        skipSpace();
        return operator;
    }

    private Partial partial(Operator operator) {
        if (operator == Operator.TILDE || operator == Operator.CARET) {
            accept('=');
        }
        accept('v');
        String major = number();
        String minor = accept('.') ? numberBelow(major) : "";
        boolean three = at < text.length() && text.charAt(at) == '.';
        String patch = accept('.') ? numberBelow(minor) : "";
        String prerelease = three && accept('-') ? identifiers(true) : "";
        if (accept('+')) {
            identifiers(false);
        }
        return new Partial(major, minor, patch, prerelease);
    }

    private String number() {
        if (at < text.length() && isWildcard(text.charAt(at))) {
            at++;
            return "";
        }
        int end = Digits.numberEnd(text, at);
        if (end < 0) {
            throw expected("a number without leading zeros, x or *");
        }
        String number = text.substring(at, end);
        at = end;
        return number;
    }

    private String numberBelow(String above) {
        int start = at;
        String number = number();
        if (above.isEmpty() && !number.isEmpty()) {
            at = start;
            throw expected("x or * after an open number");
        }
        return number;
    }

    private String identifiers(boolean prerelease) {
        int end = Identifiers.end(text, at, prerelease);
        if (end < 0) {
            at = ~end;
            throw expected("an identifier (letters, digits, hyphens; no leading zeros in a prerelease)");
        }
        String identifiers = text.substring(at, end);
        at = end;
        return identifiers;
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean skipSpace() {
        int start = at;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isWildcard(char c) {
        return c == 'x' || c == 'X' || c == '*';
    }

    private VersionFormatException expected(String expected) {
        return new VersionFormatException("version range", text, at, expected);
    }
}
