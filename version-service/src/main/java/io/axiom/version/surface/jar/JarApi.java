package io.axiom.version.surface.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a jar. A class that does not lie where its name says cannot be used from the jar and is left out.
 *
 * @param classes by binary name
 */
record JarApi(SortedMap<String, ApiClass> classes) {

    /** @param files by path */
    static JarApi of(SortedMap<String, byte[]> files) {
        SortedMap<String, ApiClass> classes = new TreeMap<>();
        ApiSize size = new ApiSize();
        files.forEach((path, bytes) -> {
            ApiClass type = ClassFileReader.read(path, bytes);
            size.add(type.header());
            if (path.equals(type.header().name().replace('.', '/') + ".class")) {
                classes.put(type.header().name(), type);
            }
        });
        return new JarApi(classes);
    }

    @Nullable
    ClassHeader header(String name) {
        ApiClass type = classes.get(name);
        return type == null ? null : type.header();
    }

    /** Whether others can name the class: it and all around it are public or protected. */
    boolean isAccessible(String name) {
        ClassHeader header = header(name);
        boolean accessible = header != null && header.accessible();
        for (int at = name.indexOf('$'); accessible && at >= 0; at = name.indexOf('$', at + 1)) {
            ClassHeader outer = header(name.substring(0, at));
            accessible = outer == null || outer.accessible();
        }
        return accessible;
    }

    /** An archive of the classes with the given names and nothing else. */
    byte[] toArchive(Set<String> names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (var type : classes.values()) {
                if (names.contains(type.header().name())) {
                    zip.putNextEntry(new ZipEntry(type.header().name().replace('.', '/') + ".class"));
                    zip.write(type.bytes());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
