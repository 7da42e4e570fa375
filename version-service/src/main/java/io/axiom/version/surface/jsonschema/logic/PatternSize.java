package io.axiom.version.surface.jsonschema.logic;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many steps a compiled regular expression has at most, once its counted repetitions are written out. */
final class PatternSize {
    private final String pattern;
    private final Deque<long[]> groups = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    static long of(String pattern) {
        return new PatternSize(pattern).measure();
    }

    private long measure() {
        for (at = 0; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> {
                    at++;
                    atom(1);
                }
                case '[' -> {
                    skipClass();
                    atom(1);
                }
                case '(' -> {
                    groups.push(new long[] {sum, last});
                    sum = 2;
                    last = 0;
                }
                case ')' -> close();
                case '{' -> repeat();
                default -> atom(1);
            }
        }
        while (!groups.isEmpty()) {
            close();
        }
        return sum;
    }

    private void atom(long size) {
        sum = Math.min(sum + size, Integer.MAX_VALUE);
        last = size;
    }

    private void close() {
        long inner = sum;
        sum = groups.isEmpty() ? 0 : groups.pop()[0];
        atom(inner);
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        String inside = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!inside.matches("\\d{1,6}(,\\d{0,6})?")) {
            atom(1);
            return;
        }
        String[] counts = inside.split(",");
        long copies = Math.max(1, Long.parseLong(counts[counts.length - 1]));
        atom(Math.min(last * copies, Integer.MAX_VALUE));
        at = end;
    }

    private void skipClass() {
        for (at++; at < pattern.length() && pattern.charAt(at) != ']'; at++) {
            if (pattern.charAt(at) == '\\') {
                at++;
            }
        }
    }
}
