package io.axiom.version.surface.jar;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
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
    private final ClassChanges changes;
    private final JApiClass type;

    MemberChanges(ClassChanges changes, JApiClass type) {
        this.changes = changes;
        this.type = type;
    }

    void collect() {
        type.getFields().forEach(this::field);
        type.getConstructors()
                .forEach(constructor -> behavior(
                        constructor, "constructor", constructor.getOldConstructor(), constructor.getNewConstructor()));
        type.getMethods().forEach(method -> {
            behavior(method, "method", method.getOldMethod(), method.getNewMethod());
        });
    }

    private void field(JApiField field) {
        String path = type.getFullyQualifiedName() + "#" + field.getName();
        String subject = "The field " + path;
        String before = Declarations.field(field.getOldFieldOptional());
        String now = Declarations.field(field.getNewFieldOptional());
        changes.add(field, path, subject, before, now);
        changes.annotations(field.getAnnotations(), path, subject);
        if (field.getChangeStatus() == JApiChangeStatus.NEW) {
            newField(field, path, now);
        } else if (field.getAccessModifier().hasChangedToMoreVisible()) {
            changes.addition("FIELD_MORE_ACCESSIBLE", path, now, subject + " is more accessible.");
        }
        constant(field, path);
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
        boolean inBoth = field.getChangeStatus() == JApiChangeStatus.UNCHANGED
                || field.getChangeStatus() == JApiChangeStatus.MODIFIED;
        if (inBoth && !Objects.equals(before, now)) {
            changes.add(new SurfaceChange(
                    "CONSTANT_VALUE_CHANGED",
                    Judgement.RISKY,
                    path,
                    before == null ? null : before.toString(),
                    now == null ? null : now.toString(),
                    false,
                    "The constant " + path
                            + " has another value; callers keep the old one until they are compiled again."));
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
        String parameters = (current.isPresent() ? current : old)
                .map(Declarations::parameters)
                .orElse("()");
        String path = type.getFullyQualifiedName() + "#" + behavior.getName() + parameters;
        String subject = "The " + what + " " + path;
        String before = Declarations.behavior(old);
        String now = Declarations.behavior(current);
        changes.add(behavior, path, subject, before, now);
        behavior.getParameters().forEach(parameter -> changes.add(parameter, path, subject, before, now));
        behavior.getGenericTemplates().stream()
                .filter(JApiCompatibility.class::isInstance)
                .forEach(template -> changes.add((JApiCompatibility) template, path, subject, before, now));
        if (behavior instanceof JApiMethod method) {
            changes.add(method.getReturnType(), path, subject, before, now);
        }
        changes.annotations(behavior.getAnnotations(), path, subject);
        String rule = behavior instanceof JApiConstructor ? "CONSTRUCTOR" : "METHOD";
        if (behavior.getChangeStatus() == JApiChangeStatus.NEW) {
            changes.addition(rule + "_ADDED", path, now, subject + " is new.");
        } else if (behavior.getAccessModifier().hasChangedToMoreVisible()) {
            changes.addition(rule + "_MORE_ACCESSIBLE", path, now, subject + " is more accessible.");
        }
    }
}
