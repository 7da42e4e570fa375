package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import japicmp.model.JApiAnnotation;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiImplementedInterface;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The changes of one class and its members. */
final class ClassChanges {
    private final ComparedClass type;
    private final JApiClass compared;
    private final Supertypes supertypesBefore;
    private final Supertypes supertypesNow;
    private final String name;
    /** japicmp may tell the same of a member twice. */
    private final Set<SurfaceChange> changes = new LinkedHashSet<>();

    ClassChanges(ComparedClass type, Supertypes supertypesBefore, Supertypes supertypesNow) {
        this.type = type;
        this.compared = type.compared();
        this.supertypesBefore = supertypesBefore;
        this.supertypesNow = supertypesNow;
        this.name = compared.getFullyQualifiedName();
    }

    List<SurfaceChange> list() {
        String before = Declarations.type(compared.getOldClass());
        String now = Declarations.type(compared.getNewClass());
        switch (compared.getChangeStatus()) {
            case NEW -> addition("CLASS_ADDED", name, now, "The type " + name + " is new.");
            case REMOVED -> add(compared, name, "The type " + name, before, null);
            case MODIFIED, UNCHANGED -> compare(before, now);
        }
        return new ArrayList<>(changes);
    }

    private void compare(@Nullable String before, @Nullable String now) {
        String subject = "The type " + name;
        add(compared, name, subject, before, now);
        compared.getGenericTemplates().stream()
                .filter(JApiCompatibility.class::isInstance)
                .forEach(template -> add((JApiCompatibility) template, name, subject, before, now));
        var superclass = compared.getSuperclass();
        add(superclass, name, subject, superclass.getSuperclassOld(), superclass.getSuperclassNew());
        compared.getInterfaces().forEach(this::implementedInterface);
        annotations(compared.getAnnotations(), name, subject);
        if (compared.getAccessModifier().hasChangedToMoreVisible()) {
            addition("CLASS_MORE_ACCESSIBLE", name, now, subject + " is more accessible.");
        }
        new MemberChanges(this, compared).collect();
        SealedTypes.compare(type).ifPresent(changes::add);
        unresolvedSupertypes();
    }

    private void implementedInterface(JApiImplementedInterface implemented) {
        boolean gone = implemented.getChangeStatus() == JApiChangeStatus.REMOVED;
        boolean added = implemented.getChangeStatus() == JApiChangeStatus.NEW;
        String of = implemented.getFullyQualifiedName();
        add(implemented, name, "The type " + name, added ? null : of, gone ? null : of);
    }

    void annotations(List<JApiAnnotation> annotations, String path, String subject) {
        for (JApiAnnotation annotation : annotations) {
            add(
                    annotation,
                    path,
                    subject,
                    annotation.getOldAnnotation().map(Object::toString).orElse(null),
                    annotation.getNewAnnotation().map(Object::toString).orElse(null));
        }
    }

    /** Whatever japicmp found of one element. */
    void add(JApiCompatibility element, String path, String subject, @Nullable String before, @Nullable String now) {
        element.getCompatibilityChanges().stream()
                .filter(change -> !ChangeTypes.isPlainAddition(change.getType()))
                .forEach(change -> changes.add(new SurfaceChange(
                        change.getType().name(),
                        ChangeTypes.judge(change),
                        path,
                        before,
                        now,
                        false,
                        subject + " " + ChangeTypes.words(change.getType()) + ".")));
    }

    void addition(String rule, String path, @Nullable String now, String sentence) {
        changes.add(new SurfaceChange(rule, Judgement.SAFE, path, null, now, true, sentence));
    }

    void add(SurfaceChange change) {
        changes.add(change);
    }

    /** What was removed here may be inherited from there, and the other way round. */
    private void unresolvedSupertypes() {
        Set<String> unresolved = new TreeSet<>(supertypesBefore.unresolved(name));
        unresolved.addAll(supertypesNow.unresolved(name));
        boolean changed = compared.getChangeStatus() != JApiChangeStatus.UNCHANGED
                || !changes.isEmpty()
                || !supertypes(type.before()).equals(supertypes(type.now()));
        if (changed && !unresolved.isEmpty()) {
            changes.add(new SurfaceChange(
                    "SUPERTYPE_UNRESOLVED",
                    Judgement.UNDETERMINED,
                    name,
                    String.join(", ", supertypes(type.before())),
                    String.join(", ", supertypes(type.now())),
                    false,
                    "The type " + name + " changed and inherits from " + String.join(", ", unresolved)
                            + ", which the jar does not contain; what it inherits is not known."));
        }
    }

    private static List<String> supertypes(@Nullable ClassHeader header) {
        return header == null ? List.of() : header.supertypes().toList();
    }
}
