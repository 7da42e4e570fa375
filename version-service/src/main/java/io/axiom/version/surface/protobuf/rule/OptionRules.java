package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Element;
import io.axiom.version.surface.protobuf.schema.SchemaFile;
import io.axiom.version.surface.protobuf.syntax.OptionValue;
import io.axiom.version.surface.protobuf.syntax.Options;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Options no other rule looks at: a custom option may mean anything, so its change is never called safe. */
final class OptionRules {
    /** Other rules judge these, through the resolved value. */
    private static final Set<String> JUDGED_ELSEWHERE = Set.of(
            "cc_enable_arenas",
            "cc_generic_services",
            "csharp_namespace",
            "go_package",
            "java_generic_services",
            "java_multiple_files",
            "java_outer_classname",
            "java_package",
            "java_string_check_utf8",
            "objc_class_prefix",
            "optimize_for",
            "php_class_prefix",
            "php_metadata_namespace",
            "php_namespace",
            "py_generic_services",
            "ruby_package",
            "swift_prefix",
            "no_standard_descriptor_accessor",
            "idempotency_level",
            "json_name",
            "default",
            "ctype",
            "jstype",
            "features.field_presence",
            "features.enum_type",
            "features.utf8_validation",
            "features.message_encoding",
            "features.json_format",
            "features.(pb.cpp).string_type",
            "features.(pb.java).utf8_validation");

    /** These change neither wire, nor JSON, nor what generated code offers; readers take both repeated encodings. */
    private static final Set<String> HARMLESS = Set.of(
            "deprecated",
            "packed",
            "lazy",
            "unverified_lazy",
            "weak",
            "debug_redact",
            "retention",
            "allow_alias",
            "java_generate_equals_and_hash",
            "deprecated_legacy_json_field_conflicts",
            "features.repeated_field_encoding",
            "features.enforce_naming_style");

    private static final Set<String> BREAKING = Set.of("message_set_wire_format");

    private final Findings findings;

    OptionRules(Findings findings) {
        this.findings = findings;
    }

    void compare(Element previous, Element current) {
        compare(current.fullName(), previous.options(), current.options(), previous.file(), current.file());
    }

    void compare(String path, Options before, Options now, SchemaFile previousFile, SchemaFile currentFile) {
        if (before.values().isEmpty() && now.values().isEmpty()) {
            return;
        }
        Set<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(now.values().keySet());
        names.removeAll(JUDGED_ELSEWHERE);
        for (String name : names) {
            OptionValue was = before.values().get(name);
            OptionValue is = now.values().get(name);
            if (was == null || is == null || !was.equals(is)) {
                findings.add(
                        Rule.OPTION_CHANGED,
                        judge(name),
                        path,
                        text(name, was),
                        text(name, is),
                        false,
                        sentence(name, was, is),
                        previousFile,
                        currentFile);
            }
        }
    }

    private static Judgement judge(String option) {
        if (HARMLESS.contains(option)) {
            return Judgement.SAFE;
        }
        return BREAKING.contains(option) ? Judgement.BREAKING : Judgement.UNDETERMINED;
    }

    private static @Nullable String text(String name, @Nullable OptionValue value) {
        return value == null ? null : name + " = " + value.display();
    }

    private static String sentence(String name, @Nullable OptionValue was, @Nullable OptionValue is) {
        String what = was == null ? "was set" : is == null ? "was removed" : "changed";
        String meaning = switch (judge(name)) {
            case SAFE -> "it changes nothing for those who read or write data.";
            case BREAKING -> "data is written in another way.";
            case RISKY, UNDETERMINED -> "what it means is not known here.";
        };
        return "The option " + name + " " + what + "; " + meaning;
    }
}
