package io.axiom.language.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether an artifact is still what it was recorded as.
 *
 * @param code why it failed, for example {@code artifact.digest-mismatch}; null otherwise
 */
public record ArtifactVerification(
        VersionArtifact artifact,
        Outcome outcome,
        @Nullable String code,
        @Nullable String detail) {

    /** What was found. */
    public enum Outcome {
        VERIFIED,
        /** An image, which is not fetched: its digest is all that is known. */
        RECORDED,
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
