package io.axiom.language.version;

import io.axiom.language.version.surface.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surfaces and commits say about a version's number, as they said it when it was created.
 *
 * @param claimed the bump its number makes after the predecessor; null when there is nothing it could be counted from
 * @param detected the bump that is asked for
 * @param verdict the gravest judgement over all surfaces; null when none was compared
 * @param predecessor the release it was compared with: where surfaces were compared the last that carries any, else the last;
 *     null when there is none
 * @param tooSmall whether the claimed bump is smaller; the component's policy let it pass with this warning
 * @param reasons the gravest first
 * @param moreReasons how many are not listed
 */
public record DetectedBump(
        @Nullable Bump claimed,
        Bump detected,
        @Nullable Judgement verdict,
        @Nullable String predecessor,
        boolean tooSmall,
        List<BumpReason> reasons,
        int moreReasons) {}
