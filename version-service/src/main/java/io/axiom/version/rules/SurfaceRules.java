package io.axiom.version.rules;

import io.axiom.language.version.surface.SurfaceInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which surfaces a version may carry. Their contents are looked at when they are compared. */
public final class SurfaceRules {
    private static final int MOST = 50;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");
    private static final String CODE = "surface.invalid";

    private SurfaceRules() {}

    public static List<SurfaceInput> of(@Nullable List<SurfaceInput> given) {
        List<SurfaceInput> surfaces = given == null ? List.of() : given;
        Invalid.require(
                surfaces.size() <= MOST,
                CODE,
                "surfaces",
                "There are " + surfaces.size() + " surfaces.",
                "Use at most " + MOST + ".");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < surfaces.size(); i++) {
            check(surfaces.get(i), "surfaces[" + i + "]", seen);
        }
        return surfaces;
    }

    private static void check(SurfaceInput surface, String field, Set<String> seen) {
        Invalid.require(
                NAME.matcher(surface.name()).matches(),
                CODE,
                field + ".name",
                Invalid.shown(surface.name()) + " is not a surface's name.",
                "Use 1 to 200 letters, digits, points, slashes, hyphens and underscores.");
        Invalid.require(
                (surface.content() == null) != (surface.digest() == null),
                CODE,
                field,
                surface.content() == null
                        ? "Neither content nor digest is given."
                        : "Both content and digest are given.",
                "Give the content, or the digest of content uploaded before (POST /api/versioning/surfaces).");
        Digests.requireSha256("surface.digest-invalid", field + ".digest", surface.digest());
        Invalid.require(
                seen.add(surface.kind() + " " + surface.name()),
                "surface.duplicate",
                field,
                "The " + surface.kind().word() + " surface " + surface.name() + " is named twice.",
                "Name each surface once per kind.");
    }
}
