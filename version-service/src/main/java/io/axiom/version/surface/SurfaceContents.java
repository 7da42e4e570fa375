package io.axiom.version.surface;

import java.util.Optional;

/** Contents of surfaces by their digest. What is kept is never changed or removed: versions refer to it. */
public interface SurfaceContents {

    /** Keeps the content, if it is not kept already, and returns its SHA-256 in lower-case hex. */
    String keep(byte[] content);

    Optional<byte[]> find(String sha256);
}
