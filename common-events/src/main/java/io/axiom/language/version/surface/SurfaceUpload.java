package io.axiom.language.version.surface;

/**
 * A surface's content that is kept now.
 *
 * @param digest what to refer to it by: SHA-256 in lower-case hex
 * @param size in bytes
 */
public record SurfaceUpload(String digest, long size) {}
