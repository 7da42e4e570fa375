package io.axiom.version.surface.jar;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class as japicmp compared it, with what the class files say beyond that.
 *
 * @param before null when the class is new
 * @param now null when the class was removed
 */
record ComparedClass(
        JApiClass compared,
        @Nullable ClassHeader before,
        @Nullable ClassHeader now) {

    /** The public and protected classes of either jar, without those inside a class that is neither. */
    static List<ComparedClass> all(JarApi before, JarApi now) {
        List<JApiClass> compared = compare(before, now);
        Set<String> accessible = new HashSet<>();
        compared.forEach(type -> accessible.add(type.getFullyQualifiedName()));
        return compared.stream()
                .filter(type -> isAccessible(type.getFullyQualifiedName(), accessible, before, now))
                .map(type -> new ComparedClass(
                        type,
                        before.headers().get(type.getFullyQualifiedName()),
                        now.headers().get(type.getFullyQualifiedName())))
                .toList();
    }

    private static boolean isAccessible(String name, Set<String> accessible, JarApi before, JarApi now) {
        for (int at = name.indexOf('$'); at >= 0; at = name.indexOf('$', at + 1)) {
            String outer = name.substring(0, at);
            boolean exists =
                    before.headers().containsKey(outer) || now.headers().containsKey(outer);
            if (exists && !accessible.contains(outer)) {
                return false;
            }
        }
        return true;
    }

    private static List<JApiClass> compare(JarApi before, JarApi now) {
        return new JarArchiveComparator(options())
                .compare(
                        new JApiCmpArchive(before.toArchive(), "previous", "1"),
                        new JApiCmpArchive(now.toArchive(), "current", "2"));
    }

    private static JarArchiveComparatorOptions options() {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.setIncludeSynthetic(false);
        options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        return options;
    }
}
