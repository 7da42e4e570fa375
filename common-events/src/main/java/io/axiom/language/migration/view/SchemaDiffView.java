package io.axiom.language.migration.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two schemas differ.
 *
 * @param same whether they do not
 * @param statements that lead from the first to the second, in an order that works
 * @param unreachable what no statement leads to, in words
 */
public record SchemaDiffView(
        boolean same, List<Difference> differences, List<String> statements, List<String> unreachable) {

    /**
     * One property of one object.
     *
     * @param object such as {@code column public.users.email}
     * @param change {@code added}, {@code removed}, {@code changed} or {@code reordered}
     * @param sentence for people
     */
    public record Difference(
            String object, String change, @Nullable String property, String sentence) {}
}
