package io.axiom.version.surface.jsonschema.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.jsonschema.logic.Conjunction;
import io.axiom.version.surface.jsonschema.logic.Numbers;
import io.axiom.version.surface.jsonschema.logic.Truth;
import io.axiom.version.surface.jsonschema.logic.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code multipleOf}: every multiple of 10 is one of 5; every whole number is one of 0.1. */
final class MultipleOfRule implements Rule {
    @Override
    public void apply(Comparison in, Conjunction before, Conjunction now) {
        List<JsonNode> previous = before.all("multipleOf");
        List<JsonNode> current = now.all("multipleOf");
        if (previous.isEmpty() && current.isEmpty() || !before.types().meets(Types.NUMBER)) {
            return;
        }
        if (current.isEmpty()) {
            in.report(
                    Judgement.SAFE,
                    "number-multiple-of-removed",
                    now.at("multipleOf"),
                    previous.getFirst(),
                    null,
                    "Numbers need no longer be multiples of " + ValueText.of(previous.getFirst()) + ".");
        }
        List<BigDecimal> divisors = new ArrayList<>();
        previous.forEach(number -> divisors.add(number.decimalValue()));
        if (!before.types().meets(Types.FRACTION)) {
            divisors.add(BigDecimal.ONE);
        }
        BigDecimal promised = Numbers.leastCommonMultiple(divisors);
        for (JsonNode divisor : current) {
            compare(in, now, promised, divisors.isEmpty(), previous, divisor);
        }
    }

    private static void compare(
            Comparison in,
            Conjunction now,
            @Nullable BigDecimal promised,
            boolean unlimited,
            List<JsonNode> previous,
            JsonNode divisor) {
        Truth implied = promised != null
                ? Numbers.isMultiple(promised, divisor.decimalValue())
                : unlimited ? Truth.FALSE : Truth.UNKNOWN;
        boolean same = previous.stream().anyMatch(known -> known.decimalValue().compareTo(divisor.decimalValue()) == 0);
        if (implied == Truth.TRUE && same) {
            return;
        }
        Judgement otherwise = implied == Truth.UNKNOWN ? Judgement.UNDETERMINED : Judgement.BREAKING;
        in.report(
                implied == Truth.TRUE ? Judgement.SAFE : otherwise,
                previous.isEmpty() ? "number-multiple-of-added" : "number-multiple-of-changed",
                now.at("multipleOf"),
                previous.isEmpty() ? null : previous.getFirst(),
                divisor,
                "Numbers must now be multiples of " + ValueText.of(divisor)
                        + (implied == Truth.TRUE ? ", as all were before." : "; before, others were valid, too."));
    }
}
