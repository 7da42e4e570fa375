package io.axiom.migration.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Checksums of migrations. Editors and Git change line endings and blanks at the ends of lines without meaning to, so the text is
 * first normalised: no byte order mark; {@code \r\n} and {@code \r} become {@code \n}; spaces and tabs at the end of each line go,
 * and so do empty lines at the end.
 */
public final class Checksum {
    private Checksum() {}

    /** SHA-256 of the normalised text in UTF-8, as 64 hexadecimal digits in lower case. */
    public static String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(normalise(text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Flyway's checksum, to compare with a history it wrote: CRC-32 over the lines in UTF-8 without their endings. */
    public static int flyway(String text) {
        CRC32 crc = new CRC32();
        String body = withoutMark(text);
        body.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    static String normalise(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        withoutMark(text)
                .lines()
                .forEach(line -> normal.append(withoutTrailingBlanks(line)).append('\n'));
        int end = normal.length();
        while (end > 0 && normal.charAt(end - 1) == '\n') {
            end--;
        }
        normal.setLength(end);
        return normal.toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String withoutTrailingBlanks(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        return line.substring(0, end);
    }
}
