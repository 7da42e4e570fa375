package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.Location;
import io.axiom.version.surface.openapi.rule.Report;
import io.axiom.version.surface.openapi.rule.StabilityLevel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a schema is used for; the same change means different things in different uses.
 *
 * @param where the schema itself, its subject for example {@code the request body}
 * @param part how a sentence calls a part, with {@code {part}} for its path
 * @param mediaType the media type of the text the value is part of; empty where it stands in a URL or header
 * @param inHeader whether a parameter is sent as a header
 * @param optional whether a parameter may be left out, before and after
 * @param listAsRepeated whether a list is written as repeated parameters, so that one value is a list of one
 * @param stability of the operation now; null where it cannot be told
 */
public record Usage(
        Place place,
        Direction direction,
        Location where,
        String part,
        String mediaType,
        boolean inHeader,
        boolean optional,
        boolean listAsRepeated,
        @Nullable StabilityLevel stability,
        Lifecycle lifecycle,
        Report report,
        SchemaGraph graph) {

    /** Who sends the value: the client, or the server. */
    public enum Direction {
        REQUEST,
        RESPONSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What carries the value. */
    public enum Place {
        BODY,
        PARAMETER,
        HEADER
    }

    boolean isRequest() {
        return direction == Direction.REQUEST;
    }

    /** Whether text can tell a number from digits: JSON can, a URL cannot. */
    boolean tellsTypesApart() {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    boolean isXml() {
        return mediaType.endsWith("/xml") || mediaType.endsWith("+xml");
    }

    String subject(String path) {
        return path.isEmpty() ? where.subject() : part.replace("{part}", path);
    }
}
