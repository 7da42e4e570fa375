package io.axiom.language.version;

import org.jspecify.annotations.Nullable;

/**
 * Why at least some bump is asked for.
 *
 * @param asks what it asks for
 * @param source where it was seen: a surface such as {@code openapi orders}, or {@code commit 1a2b3c4}
 * @param rule the rule of the surface's comparison; null for commits
 * @param path where in the surface; null for commits
 */
public record BumpReason(
        Bump asks,
        String source,
        @Nullable String rule,
        @Nullable String path,
        String sentence) {}
