package io.axiom.semver;

/** The three numbers of a version. */
public enum Part {
    MAJOR,
    MINOR,
    PATCH
}
