package io.axiom.version.git;

import java.time.Instant;

/** Who tags, as Git records it. */
public record Tagger(String name, String email, Instant when) {}
