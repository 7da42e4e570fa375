package io.axiom.version.resolution;

import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Components written down shortly: {@code add("web 1.0.0", "core ^1.0.0")}. */
final class Registry {
    final Map<String, List<Candidate>> components = new LinkedHashMap<>();

    Registry add(String version, String... dependencies) {
        return add(version, Standing.USABLE, "", dependencies);
    }

    Registry yanked(String version, String reason, String... dependencies) {
        return add(version, Standing.EXCLUDED, "yanked (" + reason + ")", dependencies);
    }

    Registry deprecated(String version, String... dependencies) {
        return add(version, Standing.DISCOURAGED, "deprecated", dependencies);
    }

    private Registry add(String version, Standing standing, String remark, String... dependencies) {
        String[] parts = version.split(" ");
        components
                .computeIfAbsent(parts[0], _ -> new ArrayList<>())
                .add(new Candidate(
                        SemanticVersion.parse(parts[1]),
                        Arrays.stream(dependencies).map(Registry::dependency).toList(),
                        standing,
                        remark));
        return this;
    }

    private static Dependency dependency(String text) {
        String[] parts = text.split(" ", 2);
        return new Dependency(parts[0], VersionRange.parse(parts[1]));
    }

    static Wanted wanted(String... ranges) {
        Map<String, VersionRange> wanted = new LinkedHashMap<>();
        for (String range : ranges) {
            Dependency dependency = dependency(range);
            wanted.put(dependency.component(), dependency.range());
        }
        return new Wanted(wanted, Map.of());
    }

    Resolution resolve(String... ranges) {
        return new Resolver().resolve(components, wanted(ranges));
    }

    Resolution resolve(Wanted wanted) {
        return new Resolver().resolve(components, wanted);
    }
}
