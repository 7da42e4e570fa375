package io.axiom.version.surface.jar;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes of two jars that others can reach. */
final class ComparedClasses {
    private final JarApi before;
    private final JarApi now;
    private final Map<String, JApiClass> compared = new HashMap<>();

    private ComparedClasses(JarApi before, JarApi now) {
        this.before = before;
        this.now = now;
    }

    /** Accessible classes of either jar, and those in both that accessible ones inherit members from; by name. */
    static List<ComparedClass> reachable(JarApi before, JarApi now) {
        return new ComparedClasses(before, now).reachable();
    }

    private List<ComparedClass> reachable() {
        List<JApiClass> all = new JarArchiveComparator(options())
                .compare(
                        new JApiCmpArchive(before.toArchive(), "previous", "1"),
                        new JApiCmpArchive(now.toArchive(), "current", "2"));
        all.forEach(type -> compared.put(type.getFullyQualifiedName(), type));
        Set<String> accessible = new HashSet<>();
        compared.keySet().stream().filter(this::isAccessible).forEach(accessible::add);
        Set<String> inheritedFrom = supertypes(accessible);
        return all.stream()
                .filter(type -> accessible.contains(type.getFullyQualifiedName())
                        || inheritedFrom.contains(type.getFullyQualifiedName()))
                .map(type -> new ComparedClass(
                        type,
                        before.headers().get(type.getFullyQualifiedName()),
                        now.headers().get(type.getFullyQualifiedName()),
                        accessible.contains(type.getFullyQualifiedName())))
                .toList();
    }

    /** A class inside another is accessible when all around it are. */
    private boolean isAccessible(String name) {
        if (!isAccessibleItself(compared.get(name))) {
            return false;
        }
        for (int at = name.indexOf('$'); at >= 0; at = name.indexOf('$', at + 1)) {
            JApiClass outer = compared.get(name.substring(0, at));
            if (outer != null && !isAccessibleItself(outer)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAccessibleItself(@Nullable JApiClass type) {
        return type != null
                && (isApi(type.getAccessModifier().getOldModifier())
                        || isApi(type.getAccessModifier().getNewModifier()));
    }

    private static boolean isApi(Optional<AccessModifier> access) {
        return access.filter(of -> of.getLevel() >= AccessModifier.PROTECTED.getLevel()).isPresent();
    }

    private Set<String> supertypes(Set<String> of) {
        Set<String> seen = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>(of);
        while (!pending.isEmpty()) {
            String name = pending.remove();
            if (seen.add(name)) {
                for (JarApi jar : List.of(before, now)) {
                    ClassHeader header = jar.headers().get(name);
                    if (header != null) {
                        header.supertypes().forEach(pending::add);
                    }
                }
            }
        }
        return seen;
    }

    private static JarArchiveComparatorOptions options() {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PRIVATE);
        options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        return options;
    }
}
