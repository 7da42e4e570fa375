package io.axiom.language.version;

import io.axiom.language.Event;
import io.axiom.language.MessageType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in the registry. The stream is the component's. */
public sealed interface VersionEvent extends Event {
    String component();

    @MessageType("version.ComponentRegistered.v1")
    record ComponentRegistered(String component, @Nullable String description) implements VersionEvent {}

    @MessageType("version.VersionCreated.v1")
    record VersionCreated(
            String component,
            String version,
            List<String> changelog,
            List<String> breakingChanges,
            @Nullable RunSpec run)
            implements VersionEvent {}

    @MessageType("version.VersionDeprecated.v1")
    record VersionDeprecated(
            String component, String version, @Nullable String replacement, String reason) implements VersionEvent {}

    @MessageType("version.VersionYanked.v1")
    record VersionYanked(String component, String version, String reason) implements VersionEvent {}
}
