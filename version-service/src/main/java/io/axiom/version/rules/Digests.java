package io.axiom.version.rules;

import org.jspecify.annotations.Nullable;

/** SHA-256 digests and Git's object ids, in lower-case hexadecimal digits. */
public final class Digests {
    private static final int SHA_1_DIGITS = 40;
    private static final int SHA_256_DIGITS = 64;
    private static final String NEXT = "Use 64 lower-case hexadecimal digits, as sha256sum prints them.";

    private Digests() {}

    /** Refuses what is given and no SHA-256 digest. */
    public static void requireSha256(String code, String field, @Nullable String digest) {
        Invalid.require(
                digest == null || isHex(digest, SHA_256_DIGITS), code, field, "This is not a SHA-256 digest.", NEXT);
    }

    /** Refuses what is not the full id of a commit, SHA-1 or SHA-256. */
    public static void requireCommit(String code, String field, String commit) {
        Invalid.require(
                isHex(commit, SHA_1_DIGITS) || isHex(commit, SHA_256_DIGITS),
                code,
                field,
                "This is not the full id of a commit.",
                "Use all 40 (or 64) lower-case hexadecimal digits, as git rev-parse prints them.");
    }

    private static boolean isHex(String text, int digits) {
        return text.length() == digits && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
