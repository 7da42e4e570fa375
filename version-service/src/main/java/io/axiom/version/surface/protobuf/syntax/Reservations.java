package io.axiom.version.surface.protobuf.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reserved numbers and names of a message or enum. */
final class Reservations {
    /** What {@code max} stands for until the end of the message is known. */
    static final int MAX = Integer.MAX_VALUE;

    private final Tokens tokens;
    private final int least;
    private final int most;
    private final List<NumberRange> ranges = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    Reservations(Tokens tokens, int least, int most) {
        this.tokens = tokens;
        this.least = least;
        this.most = most;
    }

    List<NumberRange> ranges() {
        return ranges;
    }

    Set<String> names() {
        return names;
    }

    /** After the word {@code reserved}. */
    void statement() {
        switch (tokens.current().kind()) {
            case STRING -> {
                do {
                    names.add(tokens.string("a name"));
                } while (tokens.takeIf(","));
            }
            case WORD -> {
                do {
                    names.add(tokens.word("a name"));
                } while (tokens.takeIf(","));
            }
            default -> ranges.addAll(ranges("a reserved number"));
        }
        tokens.expect(";");
    }

    List<NumberRange> ranges(String what) {
        List<NumberRange> read = new ArrayList<>();
        do {
            int start = tokens.integer(what, least, most);
            int end = start;
            if (tokens.takeIf("to")) {
                end = tokens.takeIf("max") ? MAX : tokens.integer(what, least, most);
            }
            if (end < start) {
                throw tokens.error("a range that ends before it starts");
            }
            read.add(new NumberRange(start, end));
        } while (tokens.takeIf(","));
        return read;
    }

    static List<NumberRange> bounded(List<NumberRange> ranges, int highest) {
        return ranges.stream()
                .map(range -> new NumberRange(range.start(), Math.min(range.end(), highest)))
                .toList();
    }
}
