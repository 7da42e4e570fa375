package io.axiom.version.surface.jar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the classes of a jar inherit from: others of the jar, the JDK's, and those nobody gave. */
final class Supertypes {
    private static final int DEEPEST = 200;
    /** japicmp looks for each member among all inherited ones; the largest public jars need a quarter of this. */
    private static final long MOST_LOOKUPS = 40_000_000;

    private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

    private final JarApi jar;
    private final Map<String, Boolean> inJdk = new HashMap<>();

    /** Refuses a class that inherits from itself, or through more levels than anyone writes. */
    Supertypes(JarApi jar) {
        this.jar = jar;
        Map<String, Integer> levels = new HashMap<>();
        jar.classes().keySet().forEach(name -> checkLevels(name, levels));
        checkLookUps();
    }

    private void checkLookUps() {
        long lookUps = 0;
        for (ApiClass type : jar.classes().values()) {
            long members = all(type.header().name()).stream()
                    .map(jar::header)
                    .filter(Objects::nonNull)
                    .mapToLong(ClassHeader::members)
                    .sum();
            lookUps += members * type.header().members();
            if (lookUps > MOST_LOOKUPS) {
                throw ArchiveRefusals.tooLarge("its classes inherit too many members from each other");
            }
        }
    }

    /** The supertypes of a class, however far up, that are neither in the jar nor in the JDK. */
    Set<String> unresolved(String name) {
        return all(name).stream()
                .filter(type -> jar.header(type) == null && !isInJdk(type))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The class and all its supertypes, as far up as the jar knows them. */
    private Set<String> all(String name) {
        Set<String> seen = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>();
        pending.add(name);
        while (!pending.isEmpty()) {
            String next = pending.remove();
            ClassHeader header = seen.add(next) ? jar.header(next) : null;
            if (header != null) {
                header.supertypes().forEach(pending::add);
            }
        }
        return seen;
    }

    /** The resource is looked up, the class is not loaded. */
    private boolean isInJdk(String name) {
        return inJdk.computeIfAbsent(name, type -> JDK.getResource(type.replace('.', '/') + ".class") != null);
    }

    /** Walks up with a stack of its own: the chain may be as long as the jar has classes. */
    private void checkLevels(String start, Map<String, Integer> levels) {
        Deque<String> path = new ArrayDeque<>();
        Set<String> onPath = new HashSet<>();
        path.push(start);
        while (!path.isEmpty()) {
            String name = path.getFirst();
            onPath.add(name);
            String above = firstUnknown(name, levels);
            if (above == null) {
                levels.put(name, 1 + highest(name, levels));
                path.pop();
                onPath.remove(name);
            } else if (onPath.contains(above)) {
                throw ArchiveRefusals.malformed("the class " + ArchiveRefusals.shown(above) + " inherits from itself");
            } else if (path.size() > DEEPEST) {
                throw ArchiveRefusals.malformed("the class " + ArchiveRefusals.shown(start)
                        + " inherits through more than " + DEEPEST + " levels");
            } else {
                path.push(above);
            }
        }
    }

    private @Nullable String firstUnknown(String name, Map<String, Integer> levels) {
        ClassHeader header = jar.header(name);
        return header == null || levels.containsKey(name)
                ? null
                : header.supertypes()
                        .filter(type -> jar.classes().containsKey(type) && !levels.containsKey(type))
                        .findFirst()
                        .orElse(null);
    }

    private int highest(String name, Map<String, Integer> levels) {
        ClassHeader header = jar.header(name);
        int highest = header == null
                ? 0
                : header.supertypes()
                        .mapToInt(type -> levels.getOrDefault(type, 0))
                        .max()
                        .orElse(0);
        if (highest >= DEEPEST) {
            throw ArchiveRefusals.malformed(
                    "the class " + ArchiveRefusals.shown(name) + " inherits through more than " + DEEPEST + " levels");
        }
        return highest;
    }
}
