package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import japicmp.model.AccessModifier;
import japicmp.model.JApiAnnotation;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the changes of one class; japicmp may tell the same twice. */
final class Changes {
    /** Changes whenever something private does. */
    private static final String KOTLIN_METADATA = "kotlin.Metadata";

    private final boolean wasExtendable;
    private final boolean mayLackMethods;
    private final Set<SurfaceChange> changes = new LinkedHashSet<>();

    Changes(ComparedClass type) {
        this.wasExtendable = type.wasExtendable();
        this.mayLackMethods = type.compared()
                .getNewClass()
                .map(it -> (it.getModifiers() & javassist.Modifier.ABSTRACT) != 0)
                .orElse(false);
    }

    List<SurfaceChange> list() {
        return List.copyOf(changes);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    void add(SurfaceChange change) {
        changes.add(change);
    }

    void addition(String rule, String path, @Nullable String now, String sentence) {
        changes.add(new SurfaceChange(rule, Judgement.SAFE, path, null, now, true, sentence));
    }

    /** What japicmp found of one element, without what can hurt nobody. */
    void found(JApiCompatibility element, String path, String subject, @Nullable String before, @Nullable String now) {
        for (JApiCompatibilityChange change : element.getCompatibilityChanges()) {
            if (isOfInterest(change)) {
                String rule = change.getType().name();
                String sentence = subject + " " + ChangeTypes.words(change.getType()) + ".";
                boolean addition = ChangeTypes.isAddition(change.getType());
                changes.add(new SurfaceChange(rule, ChangeTypes.judge(change), path, before, now, addition, sentence));
            }
        }
    }

    /** A class that is not abstract has all its methods, else its own jar would not have compiled. */
    private boolean isOfInterest(JApiCompatibilityChange change) {
        boolean hurtsSubclassesOnly = ChangeTypes.hurtsSubclassesOnly(change.getType());
        boolean asksForMethods = ChangeTypes.asksSubclassesForMethods(change.getType());
        return !ChangeTypes.isToldOtherwise(change.getType())
                && (!hurtsSubclassesOnly || wasExtendable)
                && (!asksForMethods || mayLackMethods);
    }

    /** Annotations say nothing to the linker, but maybe to whoever reads them. */
    void annotations(List<JApiAnnotation> annotations, String path, String subject) {
        for (JApiAnnotation annotation : annotations) {
            String name = annotation.getFullyQualifiedName();
            JApiChangeStatus status = annotation.getChangeStatus();
            boolean toldOtherwise = name.equals(Deprecated.class.getName()) && status == JApiChangeStatus.NEW;
            if (status != JApiChangeStatus.UNCHANGED && !toldOtherwise && !name.equals(KOTLIN_METADATA)) {
                changes.add(new SurfaceChange(
                        annotationRule(status),
                        Judgement.RISKY,
                        path,
                        text(annotation.getOldAnnotation()),
                        text(annotation.getNewAnnotation()),
                        false,
                        subject + " changed its annotation @" + name + "; what reads it may behave differently."));
            }
        }
    }

    private static String annotationRule(JApiChangeStatus status) {
        return switch (status) {
            case NEW -> "ANNOTATION_ADDED";
            case REMOVED -> "ANNOTATION_REMOVED";
            case MODIFIED, UNCHANGED -> "ANNOTATION_MODIFIED";
        };
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    static boolean isProtected(Optional<AccessModifier> access) {
        return access.equals(Optional.of(AccessModifier.PROTECTED));
    }
}
