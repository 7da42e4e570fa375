package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Element;
import io.axiom.version.surface.protobuf.schema.Message;
import io.axiom.version.surface.protobuf.schema.Schema;
import io.axiom.version.surface.protobuf.schema.SchemaFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Types and extensions that are gone from their file, and from their package. */
final class DeletionRules {
    private final Findings findings;

    DeletionRules(Findings findings) {
        this.findings = findings;
    }

    void check(Schema previous, Schema current) {
        check(
                "message",
                Rule.MESSAGE_NO_DELETE,
                Rule.PACKAGE_MESSAGE_NO_DELETE,
                previous,
                current,
                schema -> schema.messages().values());
        check(
                "enum",
                Rule.ENUM_NO_DELETE,
                Rule.PACKAGE_ENUM_NO_DELETE,
                previous,
                current,
                schema -> schema.enums().values());
        check(
                "service",
                Rule.SERVICE_NO_DELETE,
                Rule.PACKAGE_SERVICE_NO_DELETE,
                previous,
                current,
                schema -> schema.services().values());
        check(
                "extension",
                Rule.EXTENSION_NO_DELETE,
                Rule.PACKAGE_EXTENSION_NO_DELETE,
                previous,
                current,
                schema -> schema.extensions().values());
        packages(previous, current);
    }

    private void check(
            String what,
            Rule inFile,
            Rule inPackage,
            Schema previous,
            Schema current,
            Function<Schema, Collection<? extends Element>> elements) {
        Set<Map.Entry<String, String>> present = new HashSet<>();
        Map<String, SchemaFile> fileByName = new HashMap<>();
        for (Element element : elements.apply(current)) {
            present.add(Map.entry(element.file().name(), element.nestedName()));
            fileByName.put(element.fullName(), element.file());
        }
        Set<String> packages = packages(current);
        for (Element before : elements.apply(previous)) {
            SchemaFile file = current.files().get(before.file().name());
            SchemaFile movedTo = fileByName.get(before.fullName());
            if (file != null && !present.contains(Map.entry(file.name(), before.nestedName()))) {
                String where = movedTo == null ? "deleted" : "moved to the file " + movedTo.name();
                String title = before instanceof Message message && message.mapEntry() ? "message of the map" : what;
                findings.gone(
                        inFile,
                        before,
                        before.fullName(),
                        file,
                        "The %s %s was %s; code generated from %s no longer has it."
                                .formatted(title, before.fullName(), where, file.name()));
            }
            if (movedTo == null && packages.contains(before.file().packageName())) {
                findings.gone(
                        inPackage,
                        before,
                        before.fullName(),
                        file,
                        "The %s %s was deleted from its package.".formatted(what, before.fullName()));
            }
        }
    }

    private void packages(Schema previous, Schema current) {
        Set<String> gone = new HashSet<>();
        Set<String> left = packages(current);
        for (SchemaFile file : previous.files().values()) {
            String name = file.packageName();
            if (!left.contains(name) && gone.add(name)) {
                findings.add(
                        Rule.PACKAGE_NO_DELETE,
                        Judgement.BREAKING,
                        name,
                        name,
                        null,
                        false,
                        "The package \"" + name + "\" was deleted with all it offered.",
                        file,
                        null);
            }
        }
    }

    private static Set<String> packages(Schema schema) {
        Set<String> packages = new HashSet<>();
        schema.files().values().forEach(file -> packages.add(file.packageName()));
        return packages;
    }
}
