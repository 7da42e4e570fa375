package io.axiom.version.surface.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes of a jar. A class that does not lie where its name says cannot be used from the jar and is left out.
 *
 * @param files class files by path
 * @param headers by binary name
 */
record JarApi(SortedMap<String, byte[]> files, SortedMap<String, ClassHeader> headers) {

    static JarApi read(byte[] archive) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        SortedMap<String, ClassHeader> headers = new TreeMap<>();
        ApiSize size = new ApiSize();
        ArchiveReader.classFiles(archive).forEach((path, bytes) -> {
            ApiClass read = ClassFileReader.read(path, bytes);
            ClassHeader header = read.header();
            size.add(header);
            if (path.equals(header.name().replace('.', '/') + ".class")) {
                files.put(path, read.bytes());
                headers.put(header.name(), header);
            }
        });
        return new JarApi(files, headers);
    }

    /** An archive of these classes and nothing else. */
    byte[] toArchive() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
