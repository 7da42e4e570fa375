package io.axiom.language.version.surface;

/**
 * A surface of a version. Its content is kept by the registry under its digest.
 *
 * @param name unique per kind within a version
 * @param sha256 lower-case hex
 */
public record SurfaceReference(SurfaceKind kind, String name, String sha256) {

    /** Kind and name, as people read them. */
    public String title() {
        return kind.word() + ' ' + name;
    }
}
