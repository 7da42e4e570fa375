package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import java.util.Objects;
import java.util.Optional;
import javassist.CtBehavior;
import javassist.CtField;
import org.jspecify.annotations.Nullable;

/** The changes of the fields, constructors and methods of a class that is in both jars. */
final class MemberChanges {
    private final Changes changes;
    private final ComparedClass owner;
    private final JApiClass type;
    private final boolean wasExtendable;
    private final boolean isExtendable;

    MemberChanges(Changes changes, ComparedClass owner) {
        this.changes = changes;
        this.owner = owner;
        this.type = owner.compared();
        this.wasExtendable = owner.wasExtendable();
        this.isExtendable = owner.isExtendable();
    }

    void collect() {
        type.getFields().forEach(this::field);
        if (owner.accessible()) {
            type.getConstructors()
                    .forEach(it -> behavior(it, "constructor", it.getOldConstructor(), it.getNewConstructor()));
        }
        type.getMethods().forEach(it -> behavior(it, "method", it.getOldMethod(), it.getNewMethod()));
    }

    private void field(JApiField field) {
        AccessModifier none = AccessModifier.PRIVATE;
        boolean wasApi = isApi(field.getAccessModifier().getOldModifier().orElse(none), wasExtendable);
        boolean isApi = isApi(field.getAccessModifier().getNewModifier().orElse(none), isExtendable);
        boolean synthetic = isSynthetic(field.getOldFieldOptional().map(CtField::getModifiers))
                || isSynthetic(field.getNewFieldOptional().map(CtField::getModifiers));
        if (synthetic || (!wasApi && !isApi)) {
            return;
        }
        String path = owner.name() + "#" + field.getName();
        String subject = "The field " + path;
        String before = Declarations.field(field.getOldFieldOptional());
        String now = Declarations.field(field.getNewFieldOptional());
        if (wasApi) {
            changes.found(field, path, subject, before, now);
            changes.annotations(field.getAnnotations(), path, subject);
            constant(field, path);
        } else if (field.getChangeStatus() == JApiChangeStatus.NEW) {
            newField(field, path, now);
        }
        moreAccessible(
                "FIELD", field.getChangeStatus(), field.getAccessModifier().hasChangedToMoreVisible(), path, now);
    }

    /** A new constant of an enum may meet a switch that does not know it. */
    private void newField(JApiField field, String path, @Nullable String now) {
        boolean enumConstant = field.getNewFieldOptional()
                .map(it -> (it.getModifiers() & javassist.Modifier.ENUM) != 0)
                .orElse(false);
        if (enumConstant) {
            changes.add(new SurfaceChange(
                    "ENUM_CONSTANT_ADDED",
                    Judgement.RISKY,
                    path,
                    null,
                    now,
                    true,
                    "The enum constant " + path + " is new; a switch over the enum may not expect it."));
        } else {
            changes.addition("FIELD_ADDED", path, now, "The field " + path + " is new.");
        }
    }

    /** Compilers copy constants into the code that uses them (JLS 13.4.9), so callers keep the old value until rebuilt. */
    private void constant(JApiField field, String path) {
        Object before = constant(field.getOldFieldOptional());
        Object now = constant(field.getNewFieldOptional());
        if (field.getChangeStatus() != JApiChangeStatus.REMOVED && !Objects.equals(before, now)) {
            changes.add(new SurfaceChange(
                    "CONSTANT_VALUE_CHANGED",
                    Judgement.RISKY,
                    path,
                    before == null ? null : before.toString(),
                    now == null ? null : now.toString(),
                    false,
                    "The constant " + path + " changed; callers keep its old value until they are compiled again."));
        }
    }

    private static @Nullable Object constant(Optional<CtField> field) {
        return field.map(CtField::getConstantValue).orElse(null);
    }

    private void behavior(
            JApiBehavior behavior,
            String what,
            Optional<? extends CtBehavior> old,
            Optional<? extends CtBehavior> current) {
        AccessModifier none = AccessModifier.PRIVATE;
        boolean wasApi = isApi(behavior.getAccessModifier().getOldModifier().orElse(none), wasExtendable);
        boolean isApi = isApi(behavior.getAccessModifier().getNewModifier().orElse(none), isExtendable);
        if (isMadeByCompiler(old, current) || (!wasApi && !isApi)) {
            return;
        }
        String path = owner.name() + "#" + Declarations.nameAndParameters(current.isPresent() ? current : old);
        String subject = "The " + what + " " + path;
        String before = Declarations.behavior(old);
        String now = Declarations.behavior(current);
        String rule = behavior instanceof JApiConstructor ? "CONSTRUCTOR" : "METHOD";
        if (wasApi) {
            changes.found(behavior, path, subject, before, now);
            behavior.getParameters().forEach(parameter -> changes.found(parameter, path, subject, before, now));
            if (behavior instanceof JApiMethod method) {
                changes.found(method.getReturnType(), path, subject, before, now);
            }
            changes.annotations(behavior.getAnnotations(), path, subject);
        } else if (behavior.getChangeStatus() == JApiChangeStatus.NEW) {
            changes.addition(rule + "_ADDED", path, now, subject + " is new.");
            changes.found(behavior, path, subject, before, now);
        }
        boolean moreVisible = behavior.getAccessModifier().hasChangedToMoreVisible();
        moreAccessible(rule, behavior.getChangeStatus(), moreVisible, path, now);
    }

    private void moreAccessible(
            String rule, JApiChangeStatus status, boolean moreVisible, String path, @Nullable String now) {
        if (moreVisible && status != JApiChangeStatus.NEW) {
            changes.addition(rule + "_MORE_ACCESSIBLE", path, now, path + " is more accessible.");
        }
    }

    /** Protected members are for subclasses, so where there can be none they are not API. */
    private static boolean isApi(AccessModifier access, boolean extendable) {
        return access == AccessModifier.PUBLIC || (access == AccessModifier.PROTECTED && extendable);
    }

    /** A bridge that was removed counts all the same: old callers were compiled against it. */
    private static boolean isMadeByCompiler(
            Optional<? extends CtBehavior> old, Optional<? extends CtBehavior> current) {
        if (current.isPresent()) {
            return isSynthetic(current.map(CtBehavior::getModifiers));
        }
        boolean bridge = old.map(it -> (it.getModifiers() & javassist.bytecode.AccessFlag.BRIDGE) != 0)
                .orElse(false);
        return !bridge && isSynthetic(old.map(CtBehavior::getModifiers));
    }

    private static boolean isSynthetic(Optional<Integer> modifiers) {
        return modifiers
                .filter(of -> (of & javassist.bytecode.AccessFlag.SYNTHETIC) != 0)
                .isPresent();
    }
}
