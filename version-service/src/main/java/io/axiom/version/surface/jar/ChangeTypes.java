package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What japicmp's kinds of change mean: how grave each is, and in words. */
final class ChangeTypes {
    /** Links, but whoever calls or implements must change code, and old code may fail when it runs. */
    private static final Set<JApiCompatibilityChangeType> BREAKS_SOURCES = EnumSet.of(
            JApiCompatibilityChangeType.CLASS_NOW_CHECKED_EXCEPTION,
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE,
            JApiCompatibilityChangeType.METHOD_NOW_THROWS_CHECKED_EXCEPTION);

    /** Says nothing to the compiler, but maybe to whoever reads annotations. */
    private static final Set<JApiCompatibilityChangeType> ANNOTATIONS = EnumSet.of(
            JApiCompatibilityChangeType.ANNOTATION_ADDED,
            JApiCompatibilityChangeType.ANNOTATION_MODIFIED,
            JApiCompatibilityChangeType.ANNOTATION_REMOVED);

    private static final Map<JApiCompatibilityChangeType, String> WORDS = Map.ofEntries(
            Map.entry(JApiCompatibilityChangeType.ANNOTATION_DEPRECATED_ADDED, "is deprecated now"),
            Map.entry(JApiCompatibilityChangeType.ANNOTATION_ADDED, "has an annotation more"),
            Map.entry(JApiCompatibilityChangeType.ANNOTATION_REMOVED, "has lost an annotation"),
            Map.entry(JApiCompatibilityChangeType.ANNOTATION_MODIFIED, "has an annotation with other values"),
            Map.entry(JApiCompatibilityChangeType.CLASS_REMOVED, "was removed"),
            Map.entry(JApiCompatibilityChangeType.CLASS_NOW_ABSTRACT, "is abstract now and cannot be instantiated"),
            Map.entry(JApiCompatibilityChangeType.CLASS_NOW_NOT_EXTENDABLE, "can no longer be extended"),
            Map.entry(JApiCompatibilityChangeType.CLASS_NO_LONGER_PUBLIC, "is no longer public"),
            Map.entry(JApiCompatibilityChangeType.CLASS_TYPE_CHANGED, "became another kind of type"),
            Map.entry(
                    JApiCompatibilityChangeType.CLASS_NOW_CHECKED_EXCEPTION,
                    "is a checked exception now, which callers must handle"),
            Map.entry(JApiCompatibilityChangeType.CLASS_LESS_ACCESSIBLE, "is less accessible"),
            Map.entry(JApiCompatibilityChangeType.CLASS_GENERIC_TEMPLATE_CHANGED, "has other type parameters"),
            Map.entry(
                    JApiCompatibilityChangeType.CLASS_GENERIC_TEMPLATE_GENERICS_CHANGED,
                    "has type parameters with other bounds"),
            Map.entry(JApiCompatibilityChangeType.SUPERCLASS_REMOVED, "no longer extends its superclass"),
            Map.entry(JApiCompatibilityChangeType.SUPERCLASS_ADDED, "extends another class"),
            Map.entry(JApiCompatibilityChangeType.INTERFACE_ADDED, "implements one interface more"),
            Map.entry(JApiCompatibilityChangeType.INTERFACE_REMOVED, "no longer implements an interface"),
            Map.entry(JApiCompatibilityChangeType.METHOD_REMOVED, "was removed; callers get NoSuchMethodError"),
            Map.entry(JApiCompatibilityChangeType.METHOD_LESS_ACCESSIBLE, "is less accessible"),
            Map.entry(JApiCompatibilityChangeType.METHOD_RETURN_TYPE_CHANGED, "returns another type"),
            Map.entry(JApiCompatibilityChangeType.METHOD_RETURN_TYPE_GENERICS_CHANGED, "returns other generics"),
            Map.entry(JApiCompatibilityChangeType.METHOD_PARAMETER_GENERICS_CHANGED, "takes other generics"),
            Map.entry(JApiCompatibilityChangeType.METHOD_NOW_ABSTRACT, "is abstract now"),
            Map.entry(JApiCompatibilityChangeType.METHOD_NOW_FINAL, "is final now and cannot be overridden"),
            Map.entry(JApiCompatibilityChangeType.METHOD_NOW_STATIC, "is static now"),
            Map.entry(JApiCompatibilityChangeType.METHOD_NO_LONGER_STATIC, "is no longer static"),
            Map.entry(
                    JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
                    "is new and abstract; who implements the interface does not have it"),
            Map.entry(
                    JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
                    "is new and abstract; who extends the class does not have it"),
            Map.entry(
                    JApiCompatibilityChangeType.METHOD_NOW_THROWS_CHECKED_EXCEPTION,
                    "throws a checked exception now, which callers must handle"),
            Map.entry(
                    JApiCompatibilityChangeType.METHOD_NO_LONGER_THROWS_CHECKED_EXCEPTION,
                    "no longer throws a checked exception; a catch clause for it may not compile"),
            Map.entry(JApiCompatibilityChangeType.FIELD_REMOVED, "was removed; users get NoSuchFieldError"),
            Map.entry(JApiCompatibilityChangeType.FIELD_TYPE_CHANGED, "has another type"),
            Map.entry(JApiCompatibilityChangeType.FIELD_GENERICS_CHANGED, "has other generics"),
            Map.entry(JApiCompatibilityChangeType.FIELD_LESS_ACCESSIBLE, "is less accessible"),
            Map.entry(JApiCompatibilityChangeType.FIELD_NOW_FINAL, "is final now and cannot be assigned"),
            Map.entry(JApiCompatibilityChangeType.CONSTRUCTOR_REMOVED, "was removed; callers get NoSuchMethodError"),
            Map.entry(JApiCompatibilityChangeType.CONSTRUCTOR_LESS_ACCESSIBLE, "is less accessible"));

    /** Reported once, as an addition of ours. */
    private static final Set<JApiCompatibilityChangeType> PLAIN_ADDITIONS = EnumSet.of(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_PUBLIC_CLASS,
            JApiCompatibilityChangeType.METHOD_NEW_DEFAULT,
            JApiCompatibilityChangeType.METHOD_NEW_STATIC_ADDED_TO_INTERFACE);

    private ChangeTypes() {}

    static boolean isPlainAddition(JApiCompatibilityChangeType type) {
        return PLAIN_ADDITIONS.contains(type);
    }

    static Judgement judge(JApiCompatibilityChange change) {
        if (!change.isBinaryCompatible() || BREAKS_SOURCES.contains(change.getType())) {
            return Judgement.BREAKING;
        }
        return change.isSourceCompatible() && !ANNOTATIONS.contains(change.getType())
                ? Judgement.SAFE
                : Judgement.RISKY;
    }

    /** What happened, to follow the name of what it happened to. */
    static String words(JApiCompatibilityChangeType type) {
        String words = WORDS.get(type);
        return words != null
                ? words
                : "changed: " + type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
