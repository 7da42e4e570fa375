package io.axiom.version.surface.jar;

import java.lang.reflect.Modifier;
import java.util.Optional;
import javassist.CtBehavior;
import javassist.CtClass;
import javassist.CtField;
import javassist.CtMethod;
import javassist.bytecode.Descriptor;
import org.jspecify.annotations.Nullable;

/** Declarations as a person writes them, made from class files. */
final class Declarations {
    private static final int SHOWN_OF_METHODS =
            Modifier.methodModifiers() & ~(Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT);

    private Declarations() {}

    static @Nullable String type(Optional<CtClass> type) {
        return type.map(Declarations::type).orElse(null);
    }

    static String type(CtClass type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : "class";
        int modifiers = type.getModifiers() & Modifier.classModifiers();
        if (type.isInterface() || type.isEnum()) {
            modifiers &= ~(Modifier.ABSTRACT | Modifier.FINAL | Modifier.STATIC);
        }
        return (Modifier.toString(modifiers) + " " + kind + " " + type.getName()).strip();
    }

    static @Nullable String field(Optional<CtField> field) {
        return field.map(it -> (Modifier.toString(it.getModifiers() & Modifier.fieldModifiers()) + " "
                                + Descriptor.toClassName(it.getSignature()) + " " + it.getName())
                        .strip())
                .orElse(null);
    }

    static @Nullable String behavior(Optional<? extends CtBehavior> behavior) {
        return behavior.map(it -> {
                    String returned = it instanceof CtMethod ? returnType(it.getSignature()) + " " : "";
                    String modifiers = Modifier.toString(it.getModifiers() & SHOWN_OF_METHODS);
                    return (modifiers + " " + returned + nameAndParameters(it)).strip();
                })
                .orElse(null);
    }

    /** {@code pay(int,java.lang.String)}; a constructor has the simple name of its class. */
    static String nameAndParameters(Optional<? extends CtBehavior> behavior) {
        return behavior.map(Declarations::nameAndParameters).orElse("");
    }

    private static String nameAndParameters(CtBehavior behavior) {
        String name = behavior.getName();
        String simple = behavior instanceof CtMethod ? name : name.substring(name.lastIndexOf('$') + 1);
        return simple + Descriptor.toString(behavior.getSignature());
    }

    private static String returnType(String signature) {
        return Descriptor.toClassName(signature.substring(signature.indexOf(')') + 1));
    }
}
