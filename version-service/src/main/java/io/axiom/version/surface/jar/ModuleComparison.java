package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two module descriptors (JLS 7.7): what other modules can no longer use, and what they must bring. */
final class ModuleComparison {
    private static final String EVERYONE = "*";

    private final ModuleDescriptor before;
    private final ModuleDescriptor now;
    private final List<SurfaceChange> changes = new ArrayList<>();

    private ModuleComparison(ModuleDescriptor before, ModuleDescriptor now) {
        this.before = before;
        this.now = now;
    }

    /** @param previous null where the jar was no module */
    static List<SurfaceChange> changes(byte @Nullable [] previous, byte @Nullable [] current) {
        if (previous == null ? current == null : current != null && Arrays.equals(previous, current)) {
            return List.of();
        }
        if (previous == null || current == null) {
            return List.of(
                    change(
                            previous == null ? "MODULE_ADDED" : "MODULE_REMOVED",
                            Judgement.RISKY,
                            previous == null
                                    ? "The jar is a module now; modules that use it see only what it exports, under the name it gives itself."
                                    : "The jar is no module any more; modules that require it by its name may no longer find it."));
        }
        try {
            ModuleComparison comparison = new ModuleComparison(read(previous), read(current));
            comparison.compare();
            return comparison.changes;
        } catch (IOException | InvalidModuleDescriptorException e) {
            return List.of(change(
                    "MODULE_UNREADABLE",
                    Judgement.UNDETERMINED,
                    "The module descriptor is different and cannot be read, so it was not compared."));
        }
    }

    private static ModuleDescriptor read(byte[] descriptor) throws IOException {
        return ModuleDescriptor.read(new ByteArrayInputStream(descriptor));
    }

    private void compare() {
        if (!before.name().equals(now.name())) {
            changes.add(change(
                    "MODULE_NAME_CHANGED",
                    Judgement.BREAKING,
                    "The module " + before.name() + " is called " + now.name() + " now."));
        }
        packages("EXPORT", Judgement.BREAKING, "exported", exports(before), exports(now));
        if (before.isOpen() && !now.isOpen()) {
            changes.add(change("MODULE_CLOSED", Judgement.RISKY, "The module is no longer open to reflection."));
        } else if (!now.isOpen()) {
            packages("OPENS", Judgement.RISKY, "open to reflection", opens(before), opens(now));
        }
        required();
        services(provided(before), provided(now));
    }

    /** To whom each package is exported or opened. */
    private void packages(
            String rule,
            Judgement lost,
            String what,
            Map<String, Set<String>> previous,
            Map<String, Set<String>> current) {
        previous.forEach((name, to) -> {
            Set<String> still = current.getOrDefault(name, Set.of());
            Set<String> missing = new TreeSet<>(to);
            missing.removeAll(still);
            if (!missing.isEmpty() && !still.contains(EVERYONE)) {
                changes.add(change(
                        "MODULE_" + rule + "_REMOVED",
                        lost,
                        "The package " + name + " is no longer " + what + to(missing) + "."));
            }
        });
        current.forEach((name, to) -> {
            if (!previous.getOrDefault(name, Set.of()).contains(EVERYONE)
                    && !previous.getOrDefault(name, Set.of()).containsAll(to)) {
                changes.add(addition(
                        "MODULE_" + rule + "_ADDED", "The package " + name + " is " + what + " now" + to(to) + "."));
            }
        });
    }

    private static String to(Set<String> modules) {
        return modules.contains(EVERYONE) ? "" : " to " + String.join(", ", modules);
    }

    private static Map<String, Set<String>> exports(ModuleDescriptor module) {
        return module.exports().stream()
                .collect(Collectors.toMap(
                        ModuleDescriptor.Exports::source,
                        each -> each.isQualified() ? new TreeSet<>(each.targets()) : Set.of(EVERYONE),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static Map<String, Set<String>> opens(ModuleDescriptor module) {
        return module.opens().stream()
                .collect(Collectors.toMap(
                        ModuleDescriptor.Opens::source,
                        each -> each.isQualified() ? new TreeSet<>(each.targets()) : Set.of(EVERYONE),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private void required() {
        Map<String, Requires> was = requires(before);
        Map<String, Requires> is = requires(now);
        was.forEach((name, requires) -> {
            Requires still = is.get(name);
            if (requires.modifiers().contains(Requires.Modifier.TRANSITIVE)
                    && (still == null || !still.modifiers().contains(Requires.Modifier.TRANSITIVE))) {
                changes.add(change(
                        "MODULE_TRANSITIVE_REMOVED",
                        Judgement.BREAKING,
                        "Modules that use this one no longer read " + name + " by it."));
            }
        });
        is.forEach((name, requires) -> {
            Requires already = was.get(name);
            boolean optional = requires.modifiers().contains(Requires.Modifier.STATIC);
            if (!optional && (already == null || already.modifiers().contains(Requires.Modifier.STATIC))) {
                changes.add(
                        change("MODULE_REQUIRES_ADDED", Judgement.RISKY, "The module " + name + " must be there now."));
            }
        });
    }

    private static Map<String, Requires> requires(ModuleDescriptor module) {
        return module.requires().stream()
                .collect(Collectors.toMap(Requires::name, each -> each, (one, _) -> one, TreeMap::new));
    }

    private void services(Set<String> previous, Set<String> current) {
        for (String name : previous) {
            if (!current.contains(name)) {
                changes.add(change(
                        "MODULE_SERVICE_REMOVED", Judgement.RISKY, "The service " + name + " is no longer provided."));
            }
        }
        for (String name : current) {
            if (!previous.contains(name)) {
                changes.add(addition("MODULE_SERVICE_ADDED", "The service " + name + " is provided now."));
            }
        }
    }

    private static Set<String> provided(ModuleDescriptor module) {
        return module.provides().stream()
                .map(ModuleDescriptor.Provides::service)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SurfaceChange change(String rule, Judgement judgement, String sentence) {
        return new SurfaceChange(rule, judgement, "module-info", null, null, false, sentence);
    }

    private static SurfaceChange addition(String rule, String sentence) {
        return new SurfaceChange(rule, Judgement.SAFE, "module-info", null, null, true, sentence);
    }
}
