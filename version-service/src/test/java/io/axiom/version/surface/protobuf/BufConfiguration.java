package io.axiom.version.surface.protobuf;

import io.axiom.version.surface.protobuf.rule.Category;
import io.axiom.version.surface.protobuf.rule.Finding;
import io.axiom.version.surface.protobuf.rule.Rule;
import io.axiom.version.surface.protobuf.schema.SchemaFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a {@code buf.yaml} says of breaking changes: which rules, which files, which packages. */
record BufConfiguration(
        String version,
        List<String> roots,
        List<String> use,
        List<String> except,
        List<String> ignore,
        Map<String, List<String>> ignoreOnly,
        boolean ignoreUnstablePackages) {

    private static final Set<Rule> SINCE_V2 =
            EnumSet.of(Rule.FIELD_SAME_DEFAULT, Rule.EXTENSION_NO_DELETE, Rule.PACKAGE_EXTENSION_NO_DELETE);
    private static final Set<Rule> SINCE_V1 =
            EnumSet.of(Rule.FIELD_WIRE_COMPATIBLE_TYPE, Rule.FIELD_WIRE_JSON_COMPATIBLE_TYPE);
    private static final Pattern UNSTABLE =
            Pattern.compile("v[1-9][0-9]*(p[1-9][0-9]*)?(alpha|beta)([1-9][0-9]*)?|v[1-9][0-9]*test.*");

    static BufConfiguration read(@Nullable String yaml) {
        Map<String, Object> all =
                yaml == null ? Map.of() : map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        Map<String, Object> breaking = map(all.get("breaking"));
        Map<String, List<String>> ignoreOnly = new TreeMap<>();
        map(breaking.get("ignore_only")).forEach((rule, paths) -> ignoreOnly.put(rule, list(paths)));
        return new BufConfiguration(
                String.valueOf(all.getOrDefault("version", "v2")),
                list(map(all.get("build")).get("roots")),
                list(breaking.get("use")),
                list(breaking.get("except")),
                list(breaking.get("ignore")),
                ignoreOnly,
                Boolean.TRUE.equals(breaking.get("ignore_unstable_packages")));
    }

    /** The .proto files, named from their root. */
    Map<String, String> sources(Map<String, String> files) {
        Map<String, String> sources = new TreeMap<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".proto")) {
                if (roots.isEmpty()) {
                    sources.put(name, text);
                }
                roots.stream()
                        .filter(root -> name.startsWith(root + "/"))
                        .forEach(root -> sources.put(name.substring(root.length() + 1), text));
            }
        });
        return sources;
    }

    Set<Rule> rules() {
        Set<Rule> rules = expand(use.isEmpty() ? List.of("FILE") : use);
        rules.removeAll(expand(except));
        return rules;
    }

    boolean isIgnored(Finding finding) {
        return isIgnored(finding.rule(), finding.previousFile()) || isIgnored(finding.rule(), finding.currentFile());
    }

    private boolean isIgnored(Rule rule, @Nullable SchemaFile file) {
        if (file == null) {
            return false;
        }
        List<String> paths = new ArrayList<>(ignore);
        ignoreOnly.forEach((name, only) -> paths.addAll(expand(List.of(name)).contains(rule) ? only : List.of()));
        boolean unstable = ignoreUnstablePackages
                && UNSTABLE.matcher(
                                file.packageName().substring(file.packageName().lastIndexOf('.') + 1))
                        .matches();
        return unstable
                || paths.stream()
                        .anyMatch(
                                path -> file.name().equals(path) || file.name().startsWith(path + "/"));
    }

    private Set<Rule> expand(List<String> names) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (String name : names) {
            switch (name) {
                case "FILE", "PACKAGE", "WIRE_JSON", "WIRE" -> rules.addAll(inCategory(Category.valueOf(name)));
                case "FIELD_SAME_LABEL" ->
                    rules.addAll(EnumSet.of(
                            Rule.FIELD_SAME_CARDINALITY,
                            Rule.FIELD_WIRE_COMPATIBLE_CARDINALITY,
                            Rule.FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY));
                case "FIELD_SAME_CTYPE" -> rules.add(Rule.FIELD_SAME_CPP_STRING_TYPE);
                case "FILE_SAME_JAVA_STRING_CHECK_UTF8" -> rules.add(Rule.FIELD_SAME_JAVA_UTF8_VALIDATION);
                // buf keeps these two names and does nothing for them.
                case "FILE_SAME_PHP_GENERIC_SERVICES", "MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT" -> {}
                default -> rules.add(Rule.valueOf(name));
            }
        }
        return rules;
    }

    private Set<Rule> inCategory(Category category) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        Arrays.stream(Rule.values()).filter(rule -> rule.isIn(category)).forEach(rules::add);
        if (!version.equals("v2")) {
            rules.removeAll(SINCE_V2);
        }
        if (version.equals("v1beta1")) {
            rules.removeAll(SINCE_V1);
            if (category == Category.WIRE || category == Category.WIRE_JSON) {
                rules.addAll(EnumSet.of(Rule.FIELD_SAME_CARDINALITY, Rule.FIELD_SAME_TYPE));
            }
            if (category != Category.FILE) {
                rules.remove(Rule.FILE_SAME_PACKAGE);
            }
        }
        return rules;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<String> list(@Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
