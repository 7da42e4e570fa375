package io.axiom.language.version;

import io.axiom.language.MessageType;
import org.jspecify.annotations.Nullable;

/** What can be asked about a release's tag in Git. */
public sealed interface TagCommand extends VersionCommand {

    /**
     * Asks for an annotated tag; it is made afterwards, and {@link TagEvent.VersionTagged} or {@link TagEvent.TagFailed} tells.
     *
     * @param repository path or URL; null for the one the version was made from
     * @param commit what is tagged; null for the one the version was made from, else the repository's HEAD
     * @param tag its name; null for the prefix the version was made with, {@code v} by default, and the number
     */
    @MessageType("version.TagVersion.v1")
    record TagVersion(
            String component,
            String version,
            @Nullable String repository,
            @Nullable String commit,
            @Nullable String tag)
            implements TagCommand {}

    /**
     * Records how a requested tag ended. Exactly one of {@code commit} and {@code failure} is given.
     *
     * @param tag the name it has or was to have
     */
    @MessageType("version.RecordTag.v1")
    record RecordTag(
            String component,
            String version,
            String repository,
            String tag,
            @Nullable String commit,
            @Nullable String failure)
            implements TagCommand {}
}
