package io.axiom.language.version.surface;

import org.jspecify.annotations.Nullable;

/**
 * A surface as it is given with a new version: its content, or the digest of content uploaded before.
 *
 * @param name which of the component's surfaces it is, for example {@code orders-api}; compared with the predecessor's of that name
 * @param content the text; a jar in Base64
 * @param digest SHA-256 of the content in lower-case hex; of the jar itself, not of its Base64
 */
public record SurfaceInput(
        SurfaceKind kind,
        String name,
        @Nullable String content,
        @Nullable String digest) {}
