package io.axiom.version.surface.jar;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.model.AccessModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of two jars that others can reach; only they are given to japicmp, whose time is dear. */
final class ComparedClasses {
    private ComparedClasses() {}

    /** Accessible classes of either jar, and those that accessible ones inherit members from; by name. */
    static List<ComparedClass> reachable(JarApi before, JarApi now) {
        Set<String> accessible = new HashSet<>();
        Stream.of(before, now)
                .forEach(jar -> jar.classes().keySet().stream()
                        .filter(jar::isAccessible)
                        .forEach(accessible::add));
        Set<String> reachable = withSupertypes(accessible, before, now);
        return new JarArchiveComparator(options(new WorkMeter(before, now)))
                        .compare(
                                new JApiCmpArchive(before.toArchive(reachable), "previous", "1"),
                                new JApiCmpArchive(now.toArchive(reachable), "current", "2"))
                        .stream()
                        .map(type -> new ComparedClass(
                                type,
                                before.header(type.getFullyQualifiedName()),
                                now.header(type.getFullyQualifiedName()),
                                accessible.contains(type.getFullyQualifiedName())))
                        .toList();
    }

    private static Set<String> withSupertypes(Set<String> accessible, JarApi before, JarApi now) {
        Set<String> seen = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>(accessible);
        while (!pending.isEmpty()) {
            String name = pending.remove();
            if (seen.add(name)) {
                for (JarApi jar : List.of(before, now)) {
                    ClassHeader header = jar.header(name);
                    if (header != null) {
                        header.supertypes().forEach(pending::add);
                    }
                }
            }
        }
        return seen;
    }

    private static JarArchiveComparatorOptions options(WorkMeter meter) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getFilters().getExcludes().add(meter);
        options.setAccessModifier(AccessModifier.PRIVATE);
        options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        return options;
    }
}
