package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiImplementedInterface;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The changes of one class and its members. */
final class ClassChanges {
    private final ComparedClass type;
    private final JApiClass compared;
    private final String name;
    private final String subject;
    private final @Nullable String before;
    private final @Nullable String now;
    private final Changes changes;

    ClassChanges(ComparedClass type) {
        this.type = type;
        this.compared = type.compared();
        this.name = type.name();
        this.subject = "The type " + name;
        this.before = Declarations.type(compared.getOldClass());
        this.now = Declarations.type(compared.getNewClass());
        this.changes = new Changes(type);
    }

    List<SurfaceChange> list(Supertypes supertypesBefore, Supertypes supertypesNow) {
        switch (compared.getChangeStatus()) {
            case NEW -> {
                if (type.accessible()) {
                    changes.addition("CLASS_ADDED", name, now, subject + " is new.");
                }
            }
            case REMOVED -> {
                if (type.accessible()) {
                    changes.found(compared, name, subject, before, null);
                }
            }
            case MODIFIED, UNCHANGED -> {
                if (type.accessible()) {
                    compareType();
                }
                new MemberChanges(changes, type).collect();
                unresolvedSupertypes(supertypesBefore, supertypesNow);
            }
        }
        return changes.list();
    }

    private void compareType() {
        changes.found(compared, name, subject, before, now);
        var superclass = compared.getSuperclass();
        changes.found(superclass, name, subject, superclass.getSuperclassOld(), superclass.getSuperclassNew());
        compared.getInterfaces().forEach(this::implementedInterface);
        changes.annotations(compared.getAnnotations(), name, subject);
        SealedTypes.compare(type).ifPresent(changes::add);
        if (compared.getAccessModifier().hasChangedToMoreVisible()) {
            moreAccessible();
        }
    }

    private void implementedInterface(JApiImplementedInterface implemented) {
        String of = implemented.getFullyQualifiedName();
        changes.found(implemented, name, subject, of, null);
        if (implemented.getChangeStatus() == JApiChangeStatus.NEW) {
            changes.addition("INTERFACE_ADDED", name, of, subject + " implements " + of + " as well.");
        }
    }

    /** japicmp takes a class that became public for a new one and does not compare it, though subclasses knew it before. */
    private void moreAccessible() {
        changes.addition("CLASS_MORE_ACCESSIBLE", name, now, subject + " is more accessible.");
        if (Changes.isProtected(compared.getAccessModifier().getOldModifier())) {
            changes.add(new SurfaceChange(
                    "CLASS_NOT_COMPARED",
                    Judgement.UNDETERMINED,
                    name,
                    before,
                    now,
                    false,
                    subject + " was protected and is public now; whether its members changed is not known."));
        }
    }

    /** What was removed here may be inherited from there, and the other way round. */
    private void unresolvedSupertypes(Supertypes supertypesBefore, Supertypes supertypesNow) {
        String were = supertypes(type.before());
        String are = supertypes(type.now());
        if (changes.isEmpty() && were.equals(are)) {
            return;
        }
        Set<String> unresolved = new TreeSet<>(supertypesBefore.unresolved(name));
        unresolved.addAll(supertypesNow.unresolved(name));
        if (!unresolved.isEmpty()) {
            changes.add(new SurfaceChange(
                    "SUPERTYPE_UNRESOLVED",
                    Judgement.UNDETERMINED,
                    name,
                    were,
                    are,
                    false,
                    subject + " changed and inherits from " + String.join(", ", unresolved)
                            + ", which the jar does not contain; what it inherits is not known."));
        }
    }

    private static String supertypes(@Nullable ClassHeader header) {
        return header == null ? "" : String.join(", ", header.supertypes().toList());
    }
}
