package io.axiom.version.surface.jar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the class files out of a jar. What is inside counts, not what the archive says of itself: every byte is inflated
 * under limits, so a bomb is noticed long before it is unpacked. Nothing is written to disk.
 */
final class ArchiveReader {
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_UNCOMPRESSED = 96L * 1024 * 1024;
    private static final int MOST_IN_CLASSES = 32 * 1024 * 1024;
    private static final int LARGEST_CLASS = 2 * 1024 * 1024;
    /** Text and byte code rarely shrink to a tenth. */
    private static final long HIGHEST_RATIO = 100;

    private static final int RATIO_COUNTS_FROM = 1024 * 1024;

    private final byte[] archive;
    private final SortedMap<String, byte[]> classes = new TreeMap<>();
    private byte @Nullable [] manifest;
    private final byte[] buffer = new byte[16 * 1024];
    private long uncompressed;
    private long inClasses;
    private int entries;

    private ArchiveReader(byte[] archive) {
        this.archive = archive;
    }

    /** The class files, without those of bundled applications. */
    static JarContent read(byte[] archive) {
        if (archive.length > MOST_BYTES) {
            throw ArchiveRefusals.tooLarge("it has " + archive.length + " bytes, at most " + MOST_BYTES + " are read");
        }
        ArchiveReader reader = new ArchiveReader(archive);
        reader.read();
        return JarContent.of(reader.classes, reader.manifest);
    }

    private void read() {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw ArchiveRefusals.tooLarge("it has more than " + MOST_ENTRIES + " entries");
                }
                read(zip, entry.getName());
            }
        } catch (ZipException e) {
            throw ArchiveRefusals.malformed("it is no intact archive (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw ArchiveRefusals.malformed("it ends in the middle of an entry");
        } catch (IllegalArgumentException e) {
            throw ArchiveRefusals.malformed("the name of an entry is not UTF-8");
        }
        CentralDirectory.check(archive, entries);
    }

    private void read(ZipInputStream zip, String name) throws IOException {
        checkPath(name);
        boolean wanted = JarContent.isWanted(name);
        ByteArrayOutputStream content = wanted ? new ByteArrayOutputStream() : null;
        long size = 0;
        for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
            size += count;
            uncompressed += count;
            check(name, size, wanted);
            if (content != null) {
                content.write(buffer, 0, count);
            }
        }
        keep(name, content);
    }

    private void check(String name, long size, boolean isClass) {
        if (uncompressed > MOST_UNCOMPRESSED) {
            throw ArchiveRefusals.tooLarge("it unpacks to more than " + MOST_UNCOMPRESSED + " bytes");
        }
        if (isClass && size > LARGEST_CLASS) {
            throw ArchiveRefusals.tooLarge(
                    "the class " + ArchiveRefusals.shown(name) + " has more than " + LARGEST_CLASS + " bytes");
        }
        if (uncompressed > RATIO_COUNTS_FROM && uncompressed > HIGHEST_RATIO * archive.length) {
            throw ArchiveRefusals.tooLarge("it unpacks to more than " + HIGHEST_RATIO + " times its size");
        }
    }

    private void keep(String name, @Nullable ByteArrayOutputStream content) {
        if (content == null) {
            return;
        }
        inClasses += content.size();
        if (inClasses > MOST_IN_CLASSES) {
            throw ArchiveRefusals.tooLarge("its classes have more than " + MOST_IN_CLASSES + " bytes");
        }
        if (name.equals(JarContent.MANIFEST)) {
            manifest = content.toByteArray();
        } else if (classes.put(name, content.toByteArray()) != null) {
            throw ArchiveRefusals.malformed("it has two classes at " + ArchiveRefusals.shown(name));
        }
    }

    private static void checkPath(String name) {
        boolean inside = !name.isEmpty()
                && !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains("\0")
                && !List.of(name.split("/", -1)).contains("..");
        if (!inside) {
            throw ArchiveRefusals.malformed("the path " + ArchiveRefusals.shown(name) + " leads out of the archive");
        }
    }
}
