package io.axiom.version.rules;

import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.semver.VersionFormatException;
import io.axiom.semver.VersionRange;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a version may depend on: other components, in ranges of the npm grammar. Whether they exist is not asked. */
public final class DependencyRules {
    private static final int MOST = 200;
    private static final int LONGEST = 512;
    private static final String CODE = "dependency.invalid";

    private DependencyRules() {}

    /** The dependencies by component, ranges without the blanks around them. */
    public static Map<String, String> of(String component, @Nullable Map<String, String> given) {
        Map<String, String> dependencies = given == null ? Map.of() : given;
        Invalid.require(
                dependencies.size() <= MOST,
                CODE,
                "dependencies",
                "There are " + dependencies.size() + " dependencies.",
                "Use at most " + MOST + ".");
        Map<String, String> checked = new TreeMap<>();
        dependencies.forEach((name, range) -> {
            Names.require("dependency", name);
            Invalid.require(
                    !name.equals(component),
                    "dependency.on-itself",
                    field(name),
                    component + " depends on itself.",
                    "Leave this dependency out.");
            checked.put(name, range(name, range));
        });
        return checked;
    }

    private static String range(String name, @Nullable String given) {
        String range = given == null ? "" : given.strip();
        Invalid.require(
                !range.isEmpty() && range.length() <= LONGEST,
                CODE,
                field(name),
                "The range is empty or longer than " + LONGEST + " characters.",
                "Write a range as npm does, for example ^1.2.0; * for any version.");
        try {
            VersionRange.parse(range);
        } catch (VersionFormatException e) {
            throw new RejectedException(Invalid.of(
                    "dependency.range-invalid",
                    field(name),
                    "The range " + Invalid.shown(range) + " cannot be read: " + e.getMessage() + ".",
                    "Write it as npm does, for example ^1.2.0, ~1.2 or >=1.2.0 <2.0.0."));
        }
        return range;
    }

    private static String field(String name) {
        return "dependencies." + name;
    }
}
