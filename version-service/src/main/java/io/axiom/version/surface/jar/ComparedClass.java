package io.axiom.version.surface.jar;

import japicmp.model.AccessModifier;
import japicmp.model.FinalModifier;
import japicmp.model.JApiClass;
import japicmp.model.JApiModifier;
import java.util.Optional;
import java.util.function.Function;
import javassist.CtClass;
import org.jspecify.annotations.Nullable;

/**
 * A class as japicmp compared it, with what the class files say beyond that.
 *
 * @param before null when the class is new
 * @param now null when the class was removed
 * @param accessible whether others can name it; if not, it is here for the members that accessible classes inherit from it
 */
record ComparedClass(
        JApiClass compared,
        @Nullable ClassHeader before,
        @Nullable ClassHeader now,
        boolean accessible) {

    String name() {
        return compared.getFullyQualifiedName();
    }

    /** Whether others could extend or implement it; only then do abstract, final and protected members matter. */
    boolean wasExtendable() {
        return isExtendable(before, compared.getOldClass(), JApiModifier::getOldModifier, JApiModifier::getOldModifier);
    }

    boolean isExtendable() {
        return isExtendable(now, compared.getNewClass(), JApiModifier::getNewModifier, JApiModifier::getNewModifier);
    }

    private boolean isExtendable(
            @Nullable ClassHeader header,
            Optional<CtClass> type,
            Function<JApiModifier<FinalModifier>, Optional<FinalModifier>> finality,
            Function<JApiModifier<AccessModifier>, Optional<AccessModifier>> access) {
        if (header == null || type.isEmpty() || !header.permitted().isEmpty()) {
            return false;
        }
        if (type.get().isInterface()) {
            return true;
        }
        boolean isFinal = finality.apply(compared.getFinalModifier()).equals(Optional.of(FinalModifier.FINAL));
        return !isFinal
                && compared.getConstructors().stream()
                        .map(constructor -> access.apply(constructor.getAccessModifier()))
                        .anyMatch(of -> of.filter(level -> level.getLevel() >= AccessModifier.PROTECTED.getLevel())
                                .isPresent());
    }
}
