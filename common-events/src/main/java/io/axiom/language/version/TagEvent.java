package io.axiom.language.version;

import io.axiom.language.MessageType;
import org.jspecify.annotations.Nullable;

/** What happened to a release's tag in Git. */
public sealed interface TagEvent extends VersionEvent {

    /** @param commit what is to be tagged; null for the repository's HEAD */
    @MessageType("version.TagRequested.v1")
    record TagRequested(
            String component,
            String version,
            String repository,
            String tag,
            @Nullable String commit) implements TagEvent {}

    @MessageType("version.VersionTagged.v1")
    record VersionTagged(String component, String version, String repository, String tag, String commit)
            implements TagEvent {}

    @MessageType("version.TagFailed.v1")
    record TagFailed(String component, String version, String repository, String tag, String reason)
            implements TagEvent {}
}
