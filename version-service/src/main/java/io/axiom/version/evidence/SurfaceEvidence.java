package io.axiom.version.evidence;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceInput;
import io.axiom.language.version.surface.SurfaceReference;
import io.axiom.version.surface.SurfaceComparators;
import io.axiom.version.surface.SurfaceContent;
import io.axiom.version.surface.SurfaceContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the surfaces given with a new version and compares each with the predecessor's of the same kind and name. */
public final class SurfaceEvidence {
    private final SurfaceContents contents;
    private final SurfaceComparators comparators;

    public SurfaceEvidence(SurfaceContents contents, SurfaceComparators comparators) {
        this.contents = contents;
        this.comparators = comparators;
    }

    /**
     * @param given none means that the version carries no surfaces, not that they are gone
     * @param before the predecessor's
     */
    public List<ComparedSurface> compare(@Nullable List<SurfaceInput> given, List<SurfaceReference> before) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        List<ComparedSurface> compared = new ArrayList<>();
        List<SurfaceReference> gone = new ArrayList<>(before);
        for (SurfaceInput surface : given) {
            byte[] content = content(surface);
            String digest = surface.digest();
            SurfaceReference current = new SurfaceReference(
                    surface.kind(), surface.name(), digest == null ? contents.keep(content) : digest);
            SurfaceReference previous = before.stream()
                    .filter(candidate -> candidate.kind() == surface.kind()
                            && candidate.name().equals(surface.name()))
                    .findFirst()
                    .orElse(null);
            gone.remove(previous);
            compared.add(new ComparedSurface(current, previous, comparison(current, content, previous)));
        }
        gone.forEach(surface -> compared.add(new ComparedSurface(null, surface, null)));
        return List.copyOf(compared);
    }

    private @Nullable SurfaceComparison comparison(
            SurfaceReference current, byte[] content, @Nullable SurfaceReference previous) {
        return previous == null || previous.sha256().equals(current.sha256())
                ? null
                : comparators.compare(current.kind(), stored(previous.sha256()), content);
    }

    private byte[] content(SurfaceInput surface) {
        String content = surface.content();
        return content == null
                ? found(contents.use(Objects.requireNonNull(surface.digest())), surface.digest())
                : SurfaceContent.bytes(surface.kind(), content);
    }

    private byte[] stored(String digest) {
        return found(contents.find(digest), digest);
    }

    private static byte[] found(Optional<byte[]> content, String digest) {
        return content.orElseThrow(() -> new RejectedException(new Rejection(
                "surface.not-uploaded",
                Rejection.Kind.UNPROCESSABLE,
                "No surface with the digest " + digest + " has been uploaded.",
                "Upload it first: POST /api/versioning/surfaces.",
                Map.of("digest", digest))));
    }
}
