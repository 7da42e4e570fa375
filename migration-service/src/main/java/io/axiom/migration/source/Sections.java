package io.axiom.migration.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The two directions in one file: each starts after a line that is only {@code -- up} or {@code -- down} ({@code -- migrate:up} of
 * dbmate and {@code -- +goose Up} are understood too). Without {@code -- up} everything before {@code -- down} is the way there.
 *
 * @param marked whether there was a marker
 */
record Sections(Section up, @Nullable Section down, boolean marked) {
    private enum Marker {
        NONE,
        UP,
        DOWN
    }

    private record Part(Marker marker, int start, int firstLine, int end) {}

    static Sections read(String file, String text, int bodyAt, int bodyLine) {
        String body = text.substring(bodyAt);
        List<Part> parts = new ArrayList<>();
        Part open = new Part(Marker.NONE, 0, bodyLine, body.length());
        Lines lines = new Lines(body);
        for (String line = lines.next(); line != null; line = lines.next()) {
            Marker marker = marker(line);
            if (marker != Marker.NONE) {
                refuseSecond(parts, open, marker, file, bodyLine + lines.number() - 1);
                parts.add(new Part(open.marker(), open.start(), open.firstLine(), lines.start()));
                open = new Part(marker, lines.offset(), bodyLine + lines.number(), body.length());
            }
        }
        parts.add(open);
        return of(file, body, parts);
    }

    private static void refuseSecond(List<Part> parts, Part open, Marker marker, String file, int line) {
        boolean second = open.marker() == marker || parts.stream().anyMatch(part -> part.marker() == marker);
        if (second) {
            throw Refusals.inFile(
                    "section",
                    file,
                    line,
                    "a second section '" + marker.name().toLowerCase(Locale.ROOT) + "'.",
                    "Write each section once.");
        }
    }

    private static Sections of(String file, String body, List<Part> parts) {
        Part before = parts.getFirst();
        @Nullable Part up = find(parts, Marker.UP);
        @Nullable Part down = find(parts, Marker.DOWN);
        if (up != null && !isRemark(body.substring(before.start(), before.end()))) {
            throw Refusals.inFile(
                    "section",
                    file,
                    before.firstLine(),
                    "there is SQL before '-- up', which no section holds.",
                    "Move it below the marker.");
        }
        return new Sections(
                section(body, up == null ? before : up),
                down == null ? null : section(body, down),
                up != null || down != null);
    }

    private static @Nullable Part find(List<Part> parts, Marker marker) {
        return parts.stream()
                .filter(part -> part.marker() == marker)
                .findFirst()
                .orElse(null);
    }

    private static Section section(String body, Part part) {
        return Section.of(body.substring(part.start(), part.end()), part.firstLine());
    }

    private static boolean isRemark(String text) {
        return text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("--"));
    }

    private static Marker marker(String line) {
        if (!line.startsWith("--") || line.length() > 40) {
            return Marker.NONE;
        }
        return switch (line.substring(2).strip().toLowerCase(Locale.ROOT)) {
            case "up", "axiom:up", "migrate:up", "+goose up" -> Marker.UP;
            case "down", "axiom:down", "migrate:down", "+goose down" -> Marker.DOWN;
            default -> Marker.NONE;
        };
    }
}
