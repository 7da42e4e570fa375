package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import java.util.EnumSet;
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

    /** Matters to those who extend or implement the type, and to nobody else. */
    private static final Set<JApiCompatibilityChangeType> HURTS_SUBCLASSES_ONLY = EnumSet.of(
            JApiCompatibilityChangeType.CLASS_NOW_NOT_EXTENDABLE,
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE,
            JApiCompatibilityChangeType.METHOD_NOW_ABSTRACT,
            JApiCompatibilityChangeType.METHOD_NOW_FINAL);

    private static final Set<JApiCompatibilityChangeType> ASKS_SUBCLASSES_FOR_METHODS = EnumSet.of(
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
            JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE);

    /** Reported by other means, with more to say. */
    private static final Set<JApiCompatibilityChangeType> TOLD_OTHERWISE = EnumSet.of(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_PUBLIC_CLASS,
            JApiCompatibilityChangeType.METHOD_NEW_DEFAULT,
            JApiCompatibilityChangeType.METHOD_NEW_STATIC_ADDED_TO_INTERFACE,
            JApiCompatibilityChangeType.INTERFACE_ADDED,
            JApiCompatibilityChangeType.ANNOTATION_ADDED,
            JApiCompatibilityChangeType.ANNOTATION_MODIFIED,
            JApiCompatibilityChangeType.ANNOTATION_REMOVED);

    private static final Set<JApiCompatibilityChangeType> ADDITIONS = EnumSet.of(
            JApiCompatibilityChangeType.SUPERCLASS_ADDED,
            JApiCompatibilityChangeType.METHOD_DEFAULT_ADDED_IN_IMPLEMENTED_INTERFACE);

    private ChangeTypes() {}

    static boolean hurtsSubclassesOnly(JApiCompatibilityChangeType type) {
        return HURTS_SUBCLASSES_ONLY.contains(type);
    }

    static boolean asksSubclassesForMethods(JApiCompatibilityChangeType type) {
        return ASKS_SUBCLASSES_FOR_METHODS.contains(type);
    }

    static boolean isToldOtherwise(JApiCompatibilityChangeType type) {
        return TOLD_OTHERWISE.contains(type);
    }

    static boolean isAddition(JApiCompatibilityChangeType type) {
        return ADDITIONS.contains(type);
    }

    static Judgement judge(JApiCompatibilityChange change) {
        if (!change.isBinaryCompatible() || BREAKS_SOURCES.contains(change.getType())) {
            return Judgement.BREAKING;
        }
        return change.isSourceCompatible() ? Judgement.SAFE : Judgement.RISKY;
    }

    /** What happened, to follow the name of what it happened to. */
    static String words(JApiCompatibilityChangeType type) {
        return ChangeWords.of(type);
    }
}
