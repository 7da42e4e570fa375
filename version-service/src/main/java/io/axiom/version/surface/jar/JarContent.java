package io.axiom.version.surface.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The class files of a jar. In a multi-release jar (JEP 238, the JAR File Specification) those below
 * {@code META-INF/versions/N} take the place of others from Java N on.
 *
 * @param base by path
 * @param releases the class files for single Java releases, by release and path
 */
record JarContent(SortedMap<String, byte[]> base, SortedMap<Integer, SortedMap<String, byte[]>> releases) {
    static final String MANIFEST = "META-INF/MANIFEST.MF";
    static final String MODULE = "module-info.class";

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/([1-9][0-9]{0,3})/(.+)");
    private static final int FIRST_RELEASE = 9;

    static JarContent of(SortedMap<String, byte[]> files, byte @Nullable [] manifest) {
        SortedMap<String, byte[]> base = new TreeMap<>();
        SortedMap<Integer, SortedMap<String, byte[]>> releases = new TreeMap<>();
        boolean multiRelease = isMultiRelease(manifest);
        files.forEach((path, bytes) -> {
            Matcher versioned = VERSIONED.matcher(path);
            if (!versioned.matches()) {
                base.put(path, bytes);
            } else if (multiRelease && Integer.parseInt(versioned.group(1)) >= FIRST_RELEASE) {
                releases.computeIfAbsent(Integer.valueOf(versioned.group(1)), _ -> new TreeMap<>())
                        .put(versioned.group(2), bytes);
            }
        });
        return new JarContent(base, releases);
    }

    /** A manifest that cannot be read hides nothing: what it may have said is taken for said. */
    private static boolean isMultiRelease(byte @Nullable [] manifest) {
        if (manifest == null) {
            return false;
        }
        try {
            String value = new Manifest(new ByteArrayInputStream(manifest))
                    .getMainAttributes()
                    .getValue("Multi-Release");
            return "true".equalsIgnoreCase(value);
        } catch (IOException | IllegalArgumentException e) {
            return true;
        }
    }

    static boolean isWanted(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        String path = versioned.matches() ? versioned.group(2) : name;
        return name.equals(MANIFEST)
                || path.endsWith(".class")
                        && !path.startsWith("META-INF/")
                        && !path.startsWith("BOOT-INF/")
                        && !path.startsWith("WEB-INF/")
                        && !path.endsWith("package-info.class");
    }

    /** The releases there are files for, lowest first. */
    SortedSet<Integer> numbers() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(releases.keySet()));
    }

    /** The classes as this Java release sees them. */
    SortedMap<String, byte[]> classesOn(int release) {
        SortedMap<String, byte[]> classes = all(release);
        classes.remove(MODULE);
        return classes;
    }

    /** The module descriptor as this Java release sees it; null where there is none. */
    byte @Nullable [] moduleOn(int release) {
        return all(release).get(MODULE);
    }

    private SortedMap<String, byte[]> all(int release) {
        SortedMap<String, byte[]> files = new TreeMap<>(base);
        releases.headMap(release + 1).values().forEach(files::putAll);
        return files;
    }
}
