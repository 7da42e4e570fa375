package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Element;
import io.axiom.version.surface.protobuf.syntax.NumberRange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reserved numbers and names must stay reserved, or they may be used again with another meaning. */
final class ReservationRules {
    private final Findings findings;
    private final Rule rule;

    ReservationRules(Findings findings, Rule rule) {
        this.findings = findings;
        this.rule = rule;
    }

    void check(
            Element previous,
            Element current,
            List<NumberRange> rangesBefore,
            List<NumberRange> rangesNow,
            Set<String> namesBefore,
            Set<String> namesNow) {
        List<NumberRange> missing = NumberSet.of(rangesBefore).without(rangesNow);
        if (!missing.isEmpty()) {
            findings.breaks(
                    rule,
                    previous,
                    current,
                    text(rangesBefore),
                    text(rangesNow),
                    "%s no longer reserves %s; the numbers may be used again with another meaning."
                            .formatted(current.fullName(), text(missing)));
        }
        Set<String> names = new TreeSet<>(namesBefore);
        names.removeAll(namesNow);
        names.forEach(name -> findings.differs(
                rule,
                Judgement.BREAKING,
                previous,
                current,
                name,
                null,
                "%s no longer reserves the name %s; it may be used again with another meaning."
                        .formatted(current.fullName(), name)));
    }

    static String text(List<NumberRange> ranges) {
        return ranges.stream().map(NumberRange::toString).collect(Collectors.joining(", "));
    }
}
