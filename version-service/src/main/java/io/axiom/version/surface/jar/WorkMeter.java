package io.axiom.version.surface.jar;

import japicmp.filter.BehaviorFilter;
import java.util.HashMap;
import java.util.Map;
import javassist.CtBehavior;

/**
 * Counts how often japicmp looks at a method, and stops it when that is absurd: for each new abstract method it takes apart
 * all superclasses anew. It counts, rather than looks at a clock, so that the same jars always get the same answer.
 */
final class WorkMeter implements BehaviorFilter {
    private static final long MOST = 10_000_000;

    private final Map<String, Integer> overloads = new HashMap<>();
    private long work;

    WorkMeter(JarApi... jars) {
        for (JarApi jar : jars) {
            jar.classes()
                    .values()
                    .forEach(type ->
                            overloads.merge(type.header().name(), type.header().overloads(), Math::max));
        }
    }

    /** Never excludes a method; a method is compared with all of its name. */
    @Override
    public boolean matches(CtBehavior behavior) {
        work += 1 + overloads.getOrDefault(behavior.getDeclaringClass().getName(), 0);
        if (work > MOST) {
            throw ArchiveRefusals.tooLarge("its classes inherit too many methods from each other to compare them");
        }
        return false;
    }
}
