package io.axiom.version.changelog;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.util.Wrapper;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets templates see maps, lists and values, and nothing of the Java objects they are. */
final class PlainData implements ObjectHandler {
    @Override
    public Wrapper find(String name, List<Object> scopes) {
        return found -> value(name, found);
    }

    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        return scopes -> value(name, scopes);
    }

    /** A name belongs to the nearest map that has it, even with the value null. */
    private static @Nullable Object value(String name, List<Object> scopes) {
        if (name.equals(".")) {
            return scopes.getLast();
        }
        String[] parts = name.split("\\.");
        Object found = null;
        for (Object scope : scopes.reversed()) {
            if (scope instanceof Map<?, ?> map && map.containsKey(parts[0])) {
                found = map.get(parts[0]);
                break;
            }
        }
        for (int i = 1; i < parts.length; i++) {
            found = found instanceof Map<?, ?> map ? map.get(parts[i]) : null;
        }
        return found;
    }

    @Override
    public @Nullable Object coerce(@Nullable Object value) {
        return value;
    }

    @Override
    public Writer iterate(Iteration iteration, Writer writer, @Nullable Object value, List<Object> scopes) {
        Writer out = writer;
        if (value instanceof List<?> list) {
            for (Object item : list) {
                out = next(iteration, out, item, scopes);
            }
        } else if (isTrue(value)) {
            out = next(iteration, out, value, scopes);
        }
        return out;
    }

    @Override
    public Writer falsey(Iteration iteration, Writer writer, @Nullable Object value, List<Object> scopes) {
        boolean empty = value instanceof List<?> list ? list.isEmpty() : !isTrue(value);
        return empty ? next(iteration, writer, value, scopes) : writer;
    }

    private static Writer next(Iteration iteration, Writer writer, @Nullable Object item, List<Object> scopes) {
        if (writer instanceof BoundedText bounded) {
            bounded.step();
        }
        return iteration.next(writer, item, scopes);
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && !value.equals(Boolean.FALSE) && !value.equals("");
    }

    @Override
    public String stringify(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?> ? "" : value.toString();
    }
}
