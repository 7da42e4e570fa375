package io.axiom.migration.source;

import java.util.Map;

/**
 * How a source is read.
 *
 * @param naming of Flyway's files
 * @param placeholders values for {@code ${name}} in Flyway's files
 * @param replacePlaceholders whether they are replaced at all
 */
public record SourceOptions(FlywayNaming naming, Map<String, String> placeholders, boolean replacePlaceholders) {
    public static final SourceOptions DEFAULT = new SourceOptions(FlywayNaming.DEFAULT, Map.of(), true);

    public SourceOptions {
        placeholders = Map.copyOf(placeholders);
    }
}
