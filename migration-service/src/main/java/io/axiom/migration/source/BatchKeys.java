package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import io.axiom.migration.source.Migration.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of a front matter that say how a data migration goes through a table. */
final class BatchKeys {
    static final String TABLE = "batch-table";
    static final String KEY = "batch-key";
    static final String SIZE = "batch-size";
    static final String PAUSE = "batch-pause";
    static final String LAG = "max-replication-lag";

    private static final Pattern TIME = Pattern.compile("(\\d{1,7})\\s*(ms|s|m)");
    /** Names, quoted or not, joined by points: what can be put into a query as it is. */
    private static final Pattern PATH = Pattern.compile(
            "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\"|`[^`]+`)(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"[^\"]+\"|`[^`]+`))*");

    private final String file;
    private final int line;
    private final Map<String, String> values;

    private BatchKeys(String file, int line, Map<String, String> values) {
        this.file = file;
        this.line = line;
        this.values = values;
    }

    static @Nullable Batches read(String file, int line, Map<String, String> values, Type type) {
        return new BatchKeys(file, line, values).read(type);
    }

    private @Nullable Batches read(Type type) {
        List<String> said = List.of(TABLE, KEY, SIZE, PAUSE, LAG).stream()
                .filter(values::containsKey)
                .toList();
        if (said.isEmpty()) {
            return null;
        }
        if (type != Type.DATA) {
            throw refused(said.getFirst() + " is said, but the type is schema.", "Say 'type: data', or remove it.");
        }
        String table = path(TABLE);
        String key = path(KEY);
        Duration pause = time(PAUSE);
        return new Batches(table, key, size(), pause == null ? Duration.ZERO : pause, time(LAG));
    }

    private String path(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw refused(name + " is missing.", "Say both batch-table and batch-key: the table and its key column.");
        }
        if (!PATH.matcher(value).matches()) {
            throw refused(
                    name + " is '" + Refusals.quote(value) + "'.",
                    "Write a name as in SQL, such as orders or app.orders.");
        }
        return value;
    }

    private int size() {
        String value = values.getOrDefault(SIZE, Integer.toString(Batches.DEFAULT_SIZE));
        boolean number = value.matches("[1-9]\\d{0,6}");
        if (!number || Integer.parseInt(value) > Batches.LARGEST) {
            throw refused(
                    SIZE + " is '" + Refusals.quote(value) + "'.", "Use a number from 1 to " + Batches.LARGEST + ".");
        }
        return Integer.parseInt(value);
    }

    private @Nullable Duration time(String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        Matcher matcher = TIME.matcher(value);
        Duration time = matcher.matches() ? time(Long.parseLong(matcher.group(1)), matcher.group(2)) : null;
        if (time == null || time.compareTo(Batches.LONGEST_PAUSE) > 0) {
            throw refused(
                    name + " is '" + Refusals.quote(value) + "'.", "Use a time such as 50ms, 2s or 1m, at most 10m.");
        }
        return time;
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private RejectedException refused(String detail, String next) {
        return Refusals.inFile("front-matter", file, line, detail, next);
    }
}
