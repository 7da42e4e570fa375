package io.axiom.version.artifact;

import io.axiom.language.RejectedException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Whether a jar can be opened. Nothing is unpacked. How large its directory is, which {@link ZipFile} reads into memory, is looked
 * up first (APPNOTE.TXT 4.3.16, end of central directory record).
 */
final class JarFileCheck {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_LENGTH_AT = 12;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long LARGEST_DIRECTORY = 64L << 20;
    /** Larger ones have a record of another form, which no jar of a reasonable size has. */
    private static final long ZIP64 = 0xFFFFFFFFL;

    private JarFileCheck() {}

    /** @throws RejectedException {@code artifact.not-a-jar}, {@code artifact.too-large}, {@code artifact.unreadable} */
    static void require(Path jar) {
        try {
            long length = directoryLength(jar);
            if (length < 0) {
                throw Refusals.notAJar(jar.toString());
            }
            if (length > LARGEST_DIRECTORY) {
                throw Refusals.tooLarge(jar.toString(), "a directory of " + length + " bytes");
            }
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                if (zip.size() == 0) {
                    throw Refusals.notAJar(jar.toString());
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw Refusals.notAJar(jar.toString());
        } catch (IOException e) {
            throw Refusals.unreadable(jar.toString());
        }
    }

    /** Negative when there is no such record. */
    private static long directoryLength(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            int tail = (int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT);
            byte[] bytes = new byte[tail];
            file.seek(file.length() - tail);
            file.readFully(bytes);
            ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = tail - END_LENGTH; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    long length = Integer.toUnsignedLong(end.getInt(at + DIRECTORY_LENGTH_AT));
                    return length == ZIP64 ? Long.MAX_VALUE : length;
                }
            }
            return -1;
        }
    }
}
