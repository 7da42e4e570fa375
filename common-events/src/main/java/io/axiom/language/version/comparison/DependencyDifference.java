package io.axiom.language.version.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of one dependency.
 *
 * @param from the range before; null when added
 * @param to the range after; null when removed
 * @param relation of the range after to the one before; null unless both are there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DependencyDifference(
        String component,
        Difference difference,
        @Nullable String from,
        @Nullable String to,
        @Nullable RangeRelation relation) {}
