package io.axiom.version.compatibility;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.RiskLevel;
import io.axiom.language.version.upgrade.CompatibilityMatrix;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers for all pairs of versions at once. */
public final class Matrix {
    private final Knowledge knowledge;

    public Matrix(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Of all versions. */
    public CompatibilityMatrix whole() {
        return of(IntStream.range(0, knowledge.size()).toArray());
    }

    /** @param places of the versions wanted, in the order they shall have */
    public CompatibilityMatrix of(int... places) {
        byte[][] levels = new byte[places.length][places.length];
        byte[][] risks = new byte[places.length][places.length];
        Verdicts verdicts = new Verdicts(knowledge);
        for (int to = 0; to < places.length; to++) {
            Verdict[] column = verdicts.verdictsTo(places[to]);
            for (int from = 0; from < places.length; from++) {
                levels[from][to] = (byte) letter(column[places[from]].level());
                risks[from][to] = (byte) letter(column[places[from]].risk());
            }
        }
        return new CompatibilityMatrix(
                knowledge.component(),
                Arrays.stream(places)
                        .mapToObj(place -> knowledge.version(place).toString())
                        .toList(),
                rows(levels),
                rows(risks),
                letters(CompatibilityLevel.values(), Matrix::letter, CompatibilityLevel::word),
                letters(RiskLevel.values(), Matrix::letter, RiskLevel::word));
    }

    private static List<String> rows(byte[][] letters) {
        return Arrays.stream(letters)
                .map(row -> new String(row, StandardCharsets.US_ASCII))
                .toList();
    }

    private static char letter(CompatibilityLevel level) {
        return level.name().charAt(0);
    }

    private static char letter(RiskLevel risk) {
        return risk.name().charAt(0);
    }

    private static <T> Map<String, String> letters(
            T[] values, Function<T, Character> letter, Function<T, String> word) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (T value : values) {
            letters.put(letter.apply(value).toString(), word.apply(value));
        }
        return letters;
    }
}
