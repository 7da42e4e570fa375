package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file of a migration source.
 *
 * @param name its name without folders
 * @param text its text, without a byte order mark
 */
public record SourceFile(String name, String text) {
    /** Largest accepted, in bytes. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final int LONGEST_NAME = 255;
    /** How each starts: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
    private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

    public SourceFile {
        requireName(name);
        if (text.length() > LARGEST) {
            throw Refusals.tooLarge(name, text.length(), LARGEST);
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.startsWith(LFS_POINTER)) {
            throw Refusals.inFile(
                    "lfs-pointer",
                    name,
                    1,
                    "it is a pointer of Git LFS, not the file itself.",
                    "Keep migrations in Git itself (git lfs untrack); in a directory, git lfs pull gets the file.");
        }
    }

    /**
     * A file from its bytes.
     *
     * @throws RejectedException {@code migration.source.too-large}, {@code .encoding} when it is not UTF-8, {@code .name}
     */
    public static SourceFile of(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Refusals.tooLarge(name, bytes.length, LARGEST);
        }
        return new SourceFile(name, decode(name, bytes));
    }

    private static String decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw notUtf8(name, bytes, in.position());
        }
        return out.flip().toString();
    }

    private static RejectedException notUtf8(String name, byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        boolean wide = bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        return Refusals.inFile(
                "encoding",
                name,
                line,
                wide ? "the file is UTF-16, not UTF-8." : "byte " + at + " is not UTF-8.",
                "Save the file as UTF-8.");
    }

    /** Names come from others: nothing that could leave the folder or break a line of a log. */
    private static void requireName(String name) {
        boolean plain = !name.isBlank()
                && name.length() <= LONGEST_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
        if (!plain) {
            throw Refusals.invalid(
                    "name",
                    "'" + Refusals.quote(name) + "' cannot be a file's name.",
                    "Use a plain name of at most " + LONGEST_NAME + " characters, without folders.");
        }
    }
}
