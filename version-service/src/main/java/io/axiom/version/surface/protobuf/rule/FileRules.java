package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Schema;
import io.axiom.version.surface.protobuf.schema.SchemaFile;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a file says of itself: its package, its dialect, its options, what it passes on. */
final class FileRules {
    /** The option each rule watches, and what holds when it is not set. */
    private record Watched(Rule rule, String option, String unset) {}

    private static final Watched[] WATCHED = {
        new Watched(Rule.FILE_SAME_CC_ENABLE_ARENAS, "cc_enable_arenas", "true"),
        new Watched(Rule.FILE_SAME_CC_GENERIC_SERVICES, "cc_generic_services", "false"),
        new Watched(Rule.FILE_SAME_CSHARP_NAMESPACE, "csharp_namespace", ""),
        new Watched(Rule.FILE_SAME_GO_PACKAGE, "go_package", ""),
        new Watched(Rule.FILE_SAME_JAVA_GENERIC_SERVICES, "java_generic_services", "false"),
        new Watched(Rule.FILE_SAME_JAVA_MULTIPLE_FILES, "java_multiple_files", "false"),
        new Watched(Rule.FILE_SAME_JAVA_OUTER_CLASSNAME, "java_outer_classname", ""),
        new Watched(Rule.FILE_SAME_JAVA_PACKAGE, "java_package", ""),
        new Watched(Rule.FILE_SAME_OBJC_CLASS_PREFIX, "objc_class_prefix", ""),
        new Watched(Rule.FILE_SAME_OPTIMIZE_FOR, "optimize_for", "SPEED"),
        new Watched(Rule.FILE_SAME_PHP_CLASS_PREFIX, "php_class_prefix", ""),
        new Watched(Rule.FILE_SAME_PHP_METADATA_NAMESPACE, "php_metadata_namespace", ""),
        new Watched(Rule.FILE_SAME_PHP_NAMESPACE, "php_namespace", ""),
        new Watched(Rule.FILE_SAME_PY_GENERIC_SERVICES, "py_generic_services", "false"),
        new Watched(Rule.FILE_SAME_RUBY_PACKAGE, "ruby_package", ""),
        new Watched(Rule.FILE_SAME_SWIFT_PREFIX, "swift_prefix", ""),
    };

    private final Findings findings;
    private final OptionRules options;

    FileRules(Findings findings) {
        this.findings = findings;
        this.options = new OptionRules(findings);
    }

    void check(Schema previous, Schema current) {
        Map<String, SchemaFile> files = current.files();
        previous.files().values().forEach(before -> {
            SchemaFile now = files.get(before.name());
            if (now == null) {
                deleted(before);
            } else {
                compare(before, now);
            }
        });
    }

    private void deleted(SchemaFile before) {
        findings.add(
                Rule.FILE_NO_DELETE,
                Judgement.BREAKING,
                before.name(),
                before.name(),
                null,
                false,
                "The file " + before.name() + " was deleted; whoever imports it no longer compiles.",
                before,
                null);
    }

    private void compare(SchemaFile before, SchemaFile now) {
        same(Rule.FILE_SAME_PACKAGE, before, now, "package", before.packageName(), now.packageName());
        same(
                Rule.FILE_SAME_SYNTAX,
                before,
                now,
                "syntax",
                before.dialect().title(),
                now.dialect().title());
        for (Watched watched : WATCHED) {
            String was = before.options().text(watched.option(), watched.unset());
            String is = now.options().text(watched.option(), watched.unset());
            same(watched.rule(), before, now, "option " + watched.option(), was, is);
        }
        options.compare(before.name(), before.options(), now.options(), before, now);
        imports(before, now);
    }

    private void same(Rule rule, SchemaFile before, SchemaFile now, String what, String was, String is) {
        if (!was.equals(is)) {
            String sentence = "The %s of the file changed from \"%s\" to \"%s\"; generated code changes with it."
                    .formatted(what, was, is);
            findings.add(rule, Judgement.BREAKING, now.name(), was, is, false, sentence, before, now);
        }
    }

    private void imports(SchemaFile before, SchemaFile now) {
        Set<String> noLongerPublic = without(before.publicImports(), now.publicImports());
        noLongerPublic.forEach(file -> findings.add(
                Rule.PUBLIC_IMPORT_REMOVED,
                Judgement.RISKY,
                now.name(),
                file,
                null,
                false,
                "The file no longer imports " + file + " publicly; whoever relied on that must import it themselves.",
                before,
                now));
        Set<String> noLongerMissing = without(before.missingImports(), now.missingImports());
        if (!noLongerMissing.isEmpty() && !now.missingImports().isEmpty()) {
            findings.add(
                    Rule.IMPORT_UNRESOLVED,
                    Judgement.UNDETERMINED,
                    now.name(),
                    String.join(", ", before.missingImports()),
                    String.join(", ", now.missingImports()),
                    false,
                    "The imports changed and not all were given: the same type name may stand for another type now.",
                    before,
                    now);
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
