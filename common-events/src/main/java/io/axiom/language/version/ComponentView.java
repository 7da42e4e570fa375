package io.axiom.language.version;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component as REST and the CLI show it.
 *
 * @param latestVersion where the channel {@code latest} points, else the best version there is
 * @param channels the version each channel points to
 */
public record ComponentView(
        String name,
        @Nullable String description,
        @Nullable String latestVersion,
        int versions,
        Instant createdAt,
        long position,
        ComponentPolicy policy,
        Map<String, String> channels) {

    @SuppressWarnings("ConstantValue") // A gateway of an older version leaves them out.
    public ComponentView {
        policy = policy == null ? ComponentPolicy.USUAL : policy;
        channels = channels == null ? Map.of() : channels;
    }
}
