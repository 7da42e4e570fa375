package io.axiom.version.artifact;

import io.axiom.language.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * A container image's name (the grammar of github.com/distribution/reference, which Docker and the OCI tools share). It is recorded
 * as given: nothing is added to it and nothing fetched.
 *
 * @param domain for example {@code registry.example.org:5000}; null when it is left to whoever pulls
 * @param path for example {@code team/agent}
 * @param digest for example {@code sha256:…}; null when only a tag, or nothing, says which image
 */
public record OciReference(
        @Nullable String domain,
        String path,
        @Nullable String tag,
        @Nullable String digest) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TAG = 128;
    private static final String SHA_256 = "sha256:";
    private static final int SHA_256_DIGITS = 64;

    /** @throws RejectedException {@code artifact.reference-invalid} */
    public static OciReference parse(String text) {
        int at = text.indexOf('@');
        String digest = at < 0 ? null : text.substring(at + 1);
        String named = at < 0 ? text : text.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        String tag = colon < 0 ? null : named.substring(colon + 1);
        String name = colon < 0 ? named : named.substring(0, colon);
        int slash = name.indexOf('/');
        boolean hasDomain = slash > 0 && isDomain(name.substring(0, slash));
        String domain = hasDomain ? name.substring(0, slash) : null;
        String path = hasDomain ? name.substring(slash + 1) : name;
        check(text, new OciReference(domain, path, tag, digest), name.length());
        return new OciReference(domain, path, tag, digest);
    }

    /** The bare SHA-256 digest; null when there is none. */
    public @Nullable String sha256() {
        return digest == null ? null : digest.substring(SHA_256.length());
    }

    @Override
    public String toString() {
        return (domain == null ? "" : domain + '/')
                + path
                + (tag == null ? "" : ':' + tag)
                + (digest == null ? "" : '@' + digest);
    }

    /** A first part is a host when it looks like one; {@code team/agent} has none. */
    private static boolean isDomain(String part) {
        return part.indexOf('.') >= 0
                || part.indexOf(':') >= 0
                || part.equals("localhost")
                || part.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static void check(String text, OciReference reference, int nameLength) {
        if (reference.path().isEmpty() || nameLength > LONGEST_NAME) {
            throw Refusals.reference(text, "its name is empty or longer than " + LONGEST_NAME + " characters");
        }
        if (reference.domain() != null && !OciGrammar.isDomain(reference.domain())) {
            throw Refusals.reference(text, "its host is malformed");
        }
        if (!OciGrammar.isPath(reference.path())) {
            throw Refusals.reference(text, "its path is not lower-case letters and digits with single separators");
        }
        if (reference.tag() != null && !OciGrammar.isTag(reference.tag(), LONGEST_TAG)) {
            throw Refusals.reference(text, "its tag is malformed");
        }
        String digest = reference.digest();
        if (digest != null
                && !(digest.startsWith(SHA_256)
                        && OciGrammar.isHex(digest.substring(SHA_256.length()), SHA_256_DIGITS))) {
            throw Refusals.reference(text, "its digest is not sha256: and 64 lower-case hexadecimal digits");
        }
    }
}
