package io.axiom.version.surface;

import java.util.Optional;

/**
 * Contents of surfaces by their digest. They are never changed, and kept as long as a version refers to them; others for a day
 * after they were used last.
 */
public interface SurfaceContents {

    /** Keeps the content, if it is not kept already, and returns its SHA-256 in lower-case hex. */
    String keep(byte[] content);

    Optional<byte[]> find(String sha256);

    /** Finds what a version is about to refer to, so that it is kept until it does. */
    Optional<byte[]> use(String sha256);
}
