package io.axiom.version.surface;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.surface.SurfaceKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** How a surface's content is written: stored as the file's bytes; given in JSON, and compared, as text, a jar in Base64. */
public final class SurfaceContent {
    /** The largest content, in bytes. */
    public static final int LIMIT = 20 * 1024 * 1024;

    /** The largest comparison asked for, in bytes: two contents as text in JSON. */
    public static final int LARGEST_COMPARISON = 56 * 1024 * 1024;

    private SurfaceContent() {}

    /** The bytes of content that was given in JSON. */
    public static byte[] bytes(SurfaceKind kind, String content) {
        if (kind != SurfaceKind.JAR) {
            return limited(content.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return limited(Base64.getMimeDecoder().decode(content));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(new Rejection(
                    "surface.unreadable",
                    Rejection.Kind.INVALID,
                    "The jar is not written in Base64.",
                    "Upload the file itself (POST /api/versioning/surfaces) and give its digest, or encode it."));
        }
    }

    /** The text comparators read. */
    static String text(SurfaceKind kind, byte[] content) {
        if (kind == SurfaceKind.JAR) {
            return Base64.getEncoder().encodeToString(content);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RejectedException(new Rejection(
                    "surface.unreadable",
                    Rejection.Kind.INVALID,
                    "The " + kind.word() + " surface is not text in UTF-8.",
                    "Convert it to UTF-8."));
        }
    }

    /** SHA-256 in lower-case hex. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] limited(byte[] content) {
        if (content.length > LIMIT) {
            throw new RejectedException(new Rejection(
                    "surface.too-large",
                    Rejection.Kind.TOO_LARGE,
                    "The surface is larger than " + LIMIT + " bytes.",
                    "Leave out what is no part of the interface.",
                    Map.of("limit", Integer.toString(LIMIT))));
        }
        return content;
    }
}
