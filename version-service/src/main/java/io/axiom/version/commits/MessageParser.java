package io.axiom.version.commits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Splits a message into header, body and footers, line by line. */
final class MessageParser {
    private MessageParser() {}

    static CommitMessage parse(String message) {
        List<String> lines = message.strip().lines().map(String::stripTrailing).toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        List<String> rest = lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
        Optional<CommitHeader> header = CommitHeader.parse(first);
        int footersAt = footersStart(rest);
        return new CommitMessage(
                header.orElse(null),
                header.isPresent() && (rest.isEmpty() || rest.getFirst().isEmpty()),
                bodyOf(rest.subList(0, footersAt)),
                footers(rest.subList(footersAt, rest.size())),
                Reference.in(message),
                Revert.in(first, String.join("\n", rest)).orElse(null));
    }

    /**
     * Footers are the paragraphs at the end that start with a token. A breaking change takes along what follows it, and need
     * not start a paragraph: overlooking one is worse than finding one too many.
     */
    private static int footersStart(List<String> lines) {
        int start = lines.size();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Optional<Footer> footer = Footer.startingAt(lines.get(i));
            boolean startsParagraph = i == 0 || lines.get(i - 1).isEmpty();
            if (footer.isPresent() && footer.get().isBreaking()) {
                start = i;
            } else if (startsParagraph && !lines.get(i).isEmpty()) {
                boolean reachesFooters = blankBetween(lines, paragraphEnd(lines, i), start);
                start = footer.isPresent() && reachesFooters ? i : start;
            }
        }
        return start;
    }

    private static int paragraphEnd(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).isEmpty()) {
            end++;
        }
        return end;
    }

    private static boolean blankBetween(List<String> lines, int from, int to) {
        return lines.subList(from, Math.max(from, to)).stream().allMatch(String::isEmpty);
    }

    private static List<Footer> footers(List<String> lines) {
        List<Footer> footers = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (String line : lines) {
            Optional<Footer> next = Footer.startingAt(line);
            if (next.isPresent()) {
                close(footers, value);
                footers.add(next.get());
                value.append(next.get().value());
            } else {
                value.append('\n').append(line);
            }
        }
        close(footers, value);
        return footers;
    }

    private static void close(List<Footer> footers, StringBuilder value) {
        if (!footers.isEmpty()) {
            footers.addLast(footers.removeLast().with(value.toString().strip()));
        }
        value.setLength(0);
    }

    private static @Nullable String bodyOf(List<String> lines) {
        String body = String.join("\n", lines).strip();
        return body.isEmpty() ? null : body;
    }
}
