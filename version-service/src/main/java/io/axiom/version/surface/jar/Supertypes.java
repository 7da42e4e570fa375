package io.axiom.version.surface.jar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the classes of a jar inherit from: others of the jar, the JDK's, and those nobody gave. */
final class Supertypes {
    private static final int DEEPEST = 200;
    private static final ClassLoader JDK = ClassLoader.getPlatformClassLoader();

    private final Map<String, ClassHeader> headers;
    private final Map<String, Boolean> inJdk = new HashMap<>();

    /** Refuses a class that inherits from itself, or through more levels than anyone writes. */
    Supertypes(Map<String, ClassHeader> headers) {
        this.headers = headers;
        Map<String, Integer> levels = new HashMap<>();
        headers.keySet().forEach(name -> checkLevels(name, levels));
    }

    /** The supertypes of a class, however far up, that are neither in the jar nor in the JDK. */
    Set<String> unresolved(String name) {
        Set<String> unresolved = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>();
        pending.add(name);
        while (!pending.isEmpty()) {
            String next = pending.remove();
            ClassHeader header = headers.get(next);
            if (!seen.add(next)) {
                continue;
            }
            if (header != null) {
                header.supertypes().forEach(pending::add);
            } else if (!isInJdk(next)) {
                unresolved.add(next);
            }
        }
        return unresolved;
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
        ClassHeader header = headers.get(name);
        return header == null || levels.containsKey(name)
                ? null
                : header.supertypes()
                        .filter(type -> headers.containsKey(type) && !levels.containsKey(type))
                        .findFirst()
                        .orElse(null);
    }

    private int highest(String name, Map<String, Integer> levels) {
        ClassHeader header = headers.get(name);
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
