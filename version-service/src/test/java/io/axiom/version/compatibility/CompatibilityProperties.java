package io.axiom.version.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.CompatibilityLevel;
import io.axiom.language.version.VersionView.Status;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.upgrade.Compatibility;
import io.axiom.language.version.upgrade.CompatibilityEvidence;
import io.axiom.language.version.upgrade.CompatibilityMatrix;
import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionRange;
import java.util.Comparator;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CompatibilityProperties {
    private static final String[] NUMBERS = {
        "0.0.1",
        "0.0.3",
        "0.1.0",
        "0.1.2",
        "0.2.0",
        "1.0.0-rc.1",
        "1.0.0",
        "1.1.0",
        "1.1.1",
        "2.0.0-beta",
        "2.0.0",
        "2.1.0",
        "4.0.0"
    };

    @Property(tries = 200)
    void theMatrixAndEachAnswerAgreeAndTheHeaviestEvidenceDecides(@ForAll long seed) {
        Knowledge knowledge = random(new Random(seed)).knowledge();
        CompatibilityMatrix matrix = new Matrix(knowledge).whole();
        Assessor assessor = new Assessor(knowledge);

        for (int from = 0; from < knowledge.size(); from++) {
            for (int to = 0; to < knowledge.size(); to++) {
                Compatibility answer = assessor.assess(from, to);
                assertThat(matrix.letters().get(matrix.levels().get(from).substring(to, to + 1)))
                        .isEqualTo(answer.level().word());
                assertThat(matrix.riskLetters().get(matrix.risks().get(from).substring(to, to + 1)))
                        .isEqualTo(answer.riskLevel().word());
                assertThat(answer.evidence().stream().filter(CompatibilityEvidence::decides))
                        .isNotEmpty()
                        .allMatch(evidence -> evidence.grounds() == answer.decidedBy());
                assertHeaviest(answer);
            }
        }
    }

    /** A version that is not to be used is called deprecated by rule over detected changes; nothing else is passed over. */
    private static void assertHeaviest(Compatibility answer) {
        if (answer.level() != CompatibilityLevel.DEPRECATED) {
            assertThat(answer.evidence().stream()
                            .map(CompatibilityEvidence::grounds)
                            .max(Comparator.naturalOrder()))
                    .contains(answer.decidedBy());
        }
    }

    @Property(tries = 200)
    void withoutEvidenceGoingUpIsCompatibleExactlyWithinTheCaretOfAVersion(@ForAll long seed) {
        Random random = new Random(seed);
        Knowledge knowledge = KnownVersions.of(NUMBERS).knowledge();
        int from = random.nextInt(knowledge.size());
        int to = from + random.nextInt(knowledge.size() - from);
        SemanticVersion start = knowledge.version(from);
        SemanticVersion end = knowledge.version(to);

        assertThat(new Assessor(knowledge).assess(from, to).level() == CompatibilityLevel.COMPATIBLE)
                .isEqualTo(from == to
                        || (!start.isPrerelease()
                                && !end.isPrerelease()
                                && VersionRange.parse("^" + start).contains(end)));
    }

    private static KnownVersions random(Random random) {
        KnownVersions known = KnownVersions.of(NUMBERS);
        for (int i = random.nextInt(8); i > 0; i--) {
            String version = number(random);
            switch (random.nextInt(5)) {
                case 0 -> known.retired(version, Status.values()[random.nextInt(4)], "so", null);
                case 1 -> known.breaking(version, "something");
                case 2, 3 ->
                    known.compared(version, number(random), Judgement.values()[random.nextInt(4)], "It is so.");
                default -> known.stop(version, "so");
            }
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            known.declared(number(random), number(random), CompatibilityLevel.values()[random.nextInt(4)]);
            known.tested(number(random), number(random), random.nextBoolean(), "suite-" + random.nextInt(2));
        }
        return known;
    }

    private static String number(Random random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }
}
