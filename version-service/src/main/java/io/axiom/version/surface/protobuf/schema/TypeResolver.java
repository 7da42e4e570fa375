package io.axiom.version.surface.protobuf.schema;

import io.axiom.language.Texts;
import io.axiom.version.surface.protobuf.syntax.Malformed;
import java.util.Optional;

/** Finds what a name written in one file stands for: from the innermost scope outwards, as protoc does. */
final class TypeResolver {
    private final Declarations declarations;
    private final Visibility visibility;
    private final String file;

    TypeResolver(Declarations declarations, Visibility visibility, String file) {
        this.declarations = declarations;
        this.visibility = visibility;
        this.file = file;
    }

    /**
     * @param scope fully-qualified name of what surrounds the reference
     * @param line where it is written, for the refusal when nothing has the name
     */
    TypeName resolve(String written, String scope, int line) {
        if (written.startsWith(".")) {
            String name = written.substring(1);
            return lookUp(name).orElseGet(() -> unresolved(name, line));
        }
        String around = scope;
        while (!around.isEmpty()) {
            Optional<TypeName> found = lookUp(around + "." + written);
            if (found.isPresent()) {
                return found.get();
            }
            around = around.substring(0, Math.max(0, around.lastIndexOf('.')));
        }
        return lookUp(written).orElseGet(() -> unresolved(written, line));
    }

    private Optional<TypeName> lookUp(String fullName) {
        Optional<TypeName> declared = declarations
                .find(fullName)
                .filter(type -> visibility.given().contains(type.file()))
                .map(type -> new TypeName(fullName, type.kind()));
        return declared.isPresent() || !fullName.startsWith("google.protobuf.")
                ? declared
                : visibility.wellKnown().stream()
                        .flatMap(known -> WellKnownTypes.find(known, fullName).stream())
                        .map(kind -> new TypeName(fullName, kind))
                        .findFirst();
    }

    private TypeName unresolved(String name, int line) {
        if (visibility.missing().isEmpty() && !name.startsWith("google.protobuf.")) {
            throw Malformed.at(
                    file, line, "nothing this file declares or imports is called " + Texts.shorten(name, 120) + ".");
        }
        return new TypeName(name, Kind.UNRESOLVED);
    }
}
