package io.axiom.version.surface.protobuf.syntax;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Options by their path, for example {@code features.(pb.cpp).string_type}. A message written as a whole and one written
 * field by field give the same paths; what is repeated gets {@code #2}, {@code #3} and so on.
 */
public record Options(Map<String, OptionValue> values) {
    public static final Options NONE = new Options(Map.of());

    public Options {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<OptionValue> find(String path) {
        return Optional.ofNullable(values.get(path));
    }

    /** The value as text, or what holds when the option is not set. */
    public String text(String path, String otherwise) {
        OptionValue value = values.get(path);
        return value == null ? otherwise : value.display();
    }

    public boolean isTrue(String path) {
        return text(path, "false").equals("true");
    }

    /** Collects options while parsing. */
    static final class Builder {
        private final Map<String, OptionValue> values = new LinkedHashMap<>();
        private final Map<String, Integer> times = new HashMap<>();

        void put(String path, OptionValue value) {
            values.put(occurrence(path), value);
        }

        /** The path for this mention of it: itself the first time, then with a number. */
        String occurrence(String path) {
            int count = times.merge(path, 1, Integer::sum);
            return count == 1 ? path : path + "#" + count;
        }

        Options build() {
            return values.isEmpty() ? NONE : new Options(values);
        }
    }
}
