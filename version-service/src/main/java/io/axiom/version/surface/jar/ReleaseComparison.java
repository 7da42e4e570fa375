package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compares two jars as Java sees them, and again for each later release that sees other classes. */
final class ReleaseComparison {
    /** Each costs as much as the first. */
    private static final int MOST_RELEASES = 4;

    private static final int ANY = 0;

    private final JarContent before;
    private final JarContent now;
    private final Set<SurfaceChange> told = new HashSet<>();
    private final List<SurfaceChange> changes = new ArrayList<>();

    ReleaseComparison(JarContent before, JarContent now) {
        this.before = before;
        this.now = now;
    }

    List<SurfaceChange> changes(BiFunction<JarApi, JarApi, List<SurfaceChange>> classes) {
        compare(ANY, classes);
        SortedSet<Integer> releases = new TreeSet<>(before.numbers());
        releases.addAll(now.numbers());
        int compared = 0;
        for (int release : releases) {
            if (!isSame(before.releases().get(release), now.releases().get(release))) {
                if (++compared > MOST_RELEASES) {
                    changes.add(new SurfaceChange(
                            "RELEASES_NOT_COMPARED",
                            Judgement.UNDETERMINED,
                            "META-INF/versions/" + release,
                            null,
                            null,
                            false,
                            "The jar has classes for many Java releases; those for " + release
                                    + " and later differ and were not compared."));
                    break;
                }
                compare(release, classes);
            }
        }
        return changes;
    }

    private void compare(int release, BiFunction<JarApi, JarApi, List<SurfaceChange>> classes) {
        List<SurfaceChange> found =
                new ArrayList<>(classes.apply(JarApi.of(before.classesOn(release)), JarApi.of(now.classesOn(release))));
        found.addAll(ModuleComparison.changes(before.moduleOn(release), now.moduleOn(release)));
        for (SurfaceChange change : found) {
            if (told.add(change)) {
                changes.add(release == ANY ? change : on(release, change));
            }
        }
    }

    private static SurfaceChange on(int release, SurfaceChange change) {
        return new SurfaceChange(
                change.rule(),
                change.judgement(),
                change.path(),
                change.previous(),
                change.current(),
                change.addition(),
                "From Java " + release + " on: " + change.sentence());
    }

    private static boolean isSame(@Nullable SortedMap<String, byte[]> one, @Nullable SortedMap<String, byte[]> other) {
        return one == other
                || one != null
                        && other != null
                        && one.keySet().equals(other.keySet())
                        && one.entrySet().stream()
                                .allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }
}
