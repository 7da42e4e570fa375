package io.axiom.language.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something a version is made of.
 *
 * @param reference a path for files and jars, an image reference for {@code oci}, a repository for {@code git}
 * @param digest SHA-256 in lower-case hex; for {@code git} the commit's id. May be missing only when an image's reference ends in
 *     {@code @sha256:…}
 */
public record VersionArtifact(
        Kind kind, String reference, @Nullable String digest) {

    /** What sort of thing it is, and so how its digest is checked. */
    public enum Kind {
        FILE,
        JAR,
        OCI,
        GIT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
