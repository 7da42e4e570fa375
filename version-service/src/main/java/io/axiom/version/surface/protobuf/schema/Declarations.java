package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.EnumNode;
import io.axiom.version.surface.protobuf.syntax.Malformed;
import io.axiom.version.surface.protobuf.syntax.MessageNode;
import io.axiom.version.surface.protobuf.syntax.ProtoFile;
import io.axiom.version.surface.protobuf.syntax.TextBudget;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every type of a set of files by its fully-qualified name. */
final class Declarations {
    private final Map<String, Declared> types = new HashMap<>();
    private final TextBudget budget;

    private Declarations(TextBudget budget) {
        this.budget = budget;
    }

    /**
     * A type.
     *
     * @param values of an enum: number by name
     * @param first of an enum: its first value, the default
     */
    record Declared(Kind kind, String file, Map<String, Integer> values, int first) {}

    static Declarations of(Collection<ProtoFile> files, TextBudget budget) {
        Declarations declarations = new Declarations(budget);
        for (ProtoFile file : files) {
            file.messages().forEach(message -> declarations.message(file, file.packageName(), message));
            file.enums().forEach(type -> declarations.enumeration(file, file.packageName(), type));
        }
        return declarations;
    }

    Optional<Declared> find(String fullName) {
        return Optional.ofNullable(types.get(fullName));
    }

    /** The name below its scope; counts towards the size of all names. */
    String qualify(String scope, String name) {
        String fullName = scope.isEmpty() ? name : scope + "." + name;
        budget.spend(fullName.length());
        return fullName;
    }

    private void message(ProtoFile file, String scope, MessageNode node) {
        String fullName = qualify(scope, node.name());
        declare(file, node.line(), fullName, new Declared(Kind.MESSAGE, file.name(), Map.of(), 0));
        node.messages().forEach(nested -> message(file, fullName, nested));
        node.enums().forEach(nested -> enumeration(file, fullName, nested));
    }

    private void enumeration(ProtoFile file, String scope, EnumNode node) {
        Map<String, Integer> values = new HashMap<>();
        node.values().forEach(value -> values.put(value.name(), value.number()));
        int first = node.values().getFirst().number();
        declare(file, node.line(), qualify(scope, node.name()), new Declared(Kind.ENUM, file.name(), values, first));
    }

    private void declare(ProtoFile file, int line, String fullName, Declared declared) {
        Declared earlier = types.putIfAbsent(fullName, declared);
        if (earlier != null) {
            throw Malformed.at(file.name(), line, fullName + " is declared already, in " + earlier.file() + ".");
        }
    }
}
