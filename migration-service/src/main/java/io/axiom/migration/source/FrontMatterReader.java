package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import io.axiom.migration.source.Migration.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a front matter: lines {@code key: value} between two lines {@code ---}, each of them behind {@code --}, so that the file stays
 * SQL for every other tool, or bare. Lists are {@code [a, b]}, {@code a, b}, or lines {@code - a}.
 */
final class FrontMatterReader {
    private static final Set<String> KEYS = Set.of(
            "id",
            "version",
            "name",
            "depends",
            "type",
            "transactional",
            BatchKeys.TABLE,
            BatchKeys.KEY,
            BatchKeys.SIZE,
            BatchKeys.PAUSE,
            BatchKeys.LAG);
    private static final int MOST_LINES = 1_000;

    private final String file;
    private final Lines lines;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> depends = new ArrayList<>();

    private FrontMatterReader(String file, String text) {
        this.file = file;
        this.lines = new Lines(text);
    }

    static FrontMatter read(String file, String text) {
        return new FrontMatterReader(file, text).read();
    }

    private FrontMatter read() {
        String first = lines.next();
        while (first != null && first.isBlank()) {
            first = lines.next();
        }
        if (first == null || !isFence(first)) {
            return FrontMatter.ABSENT;
        }
        int opened = lines.number();
        String key = "";
        for (String line = lines.next(); ; line = lines.next()) {
            if (line == null || lines.number() - opened > MOST_LINES) {
                throw Refusals.inFile(
                        "front-matter", file, opened, "the front matter has no end.", "Close it with a line '-- ---'.");
            }
            if (isFence(line)) {
                return finished();
            }
            key = entry(content(line), key);
        }
    }

    private static boolean isFence(String line) {
        String bare = line.strip();
        return bare.equals("---") || bare.equals("-- ---") || bare.equals("-----");
    }

    private static String content(String line) {
        String bare = line.strip();
        return bare.startsWith("--") ? bare.substring(2).strip() : bare;
    }

    private String entry(String line, String key) {
        if (line.isEmpty() || line.startsWith("#")) {
            return key;
        }
        if (key.equals("depends") && line.startsWith("- ")) {
            depends.add(unquoted(line.substring(2)));
            return key;
        }
        int colon = line.indexOf(':');
        String found = colon < 0 ? line : line.substring(0, colon).strip();
        if (colon < 0 || !KEYS.contains(found)) {
            throw Refusals.inFile(
                    "front-matter",
                    file,
                    lines.number(),
                    "'" + Refusals.quote(found) + "' is not a key of the front matter.",
                    "Write 'key: value' with one of id, version, name, depends, type, transactional, batch-table, batch-key,"
                            + " batch-size, batch-pause, max-replication-lag.");
        }
        if (values.containsKey(found)) {
            throw Refusals.inFile(
                    "front-matter", file, lines.number(), "'" + found + "' is said twice.", "Say it once.");
        }
        String value = line.substring(colon + 1).strip();
        values.put(found, unquoted(value));
        if (found.equals("depends")) {
            list(value);
        }
        return found;
    }

    private void list(String value) {
        boolean bracketed = value.startsWith("[") && value.endsWith("]");
        for (String each : (bracketed ? value.substring(1, value.length() - 1) : value).split(",", -1)) {
            if (!each.isBlank()) {
                depends.add(unquoted(each));
            }
        }
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() > 1
                && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
                && bare.charAt(bare.length() - 1) == bare.charAt(0);
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    private FrontMatter finished() {
        Type type = type(value("type").orElse("schema"));
        return new FrontMatter(
                value("id"),
                value("version"),
                value("name"),
                depends,
                type,
                truth(value("transactional").orElse("true")),
                BatchKeys.read(file, lines.number(), values, type),
                true,
                lines.offset(),
                lines.number() + 1);
    }

    private Optional<String> value(String key) {
        @Nullable String value = values.get(key);
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private Type type(String value) {
        return switch (value) {
            case "schema" -> Type.SCHEMA;
            case "data" -> Type.DATA;
            default -> throw wrong("type", value, "schema or data");
        };
    }

    private boolean truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("transactional", value, "true or false");
        };
    }

    private RejectedException wrong(String key, String value, String allowed) {
        return Refusals.inFile(
                "front-matter",
                file,
                lines.number(),
                key + " is '" + Refusals.quote(value) + "'.",
                "Use " + allowed + ".");
    }
}
