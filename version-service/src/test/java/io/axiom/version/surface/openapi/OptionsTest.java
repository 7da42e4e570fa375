package io.axiom.version.surface.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.openapi.OpenApiOptions.Severity;
import io.axiom.version.surface.openapi.rule.Catalogue;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final String BEFORE = Documents.request("{}");
    private static final String AFTER = Documents.request("{maximum: 5}");

    @Test
    void axiomIsStricterThanOasdiffWhereClientsMayFail() {
        assertThat(Documents.compare(BEFORE, AFTER).verdict()).isEqualTo(Judgement.BREAKING);
        OpenApiOptions oasdiff = OpenApiOptions.defaults().withSeverity(Severity.OASDIFF);
        assertThat(Documents.compare(oasdiff, BEFORE, AFTER).verdict()).isEqualTo(Judgement.RISKY);
    }

    @Test
    void axiomIsNeverMoreLenientThanOasdiff() {
        assertThat(Catalogue.rules().values())
                .allSatisfy(rule -> assertThat(rule.judgement()).isGreaterThanOrEqualTo(rule.oasdiff()));
    }

    @Test
    void aJudgementMayBeSetRuleByRule() {
        OpenApiOptions lenient = OpenApiOptions.defaults().withJudgement("request-body-max-set", Judgement.SAFE);
        assertThat(Documents.compare(lenient, BEFORE, AFTER).verdict()).isEqualTo(Judgement.SAFE);
    }

    @Test
    void aRuleThatDoesNotExistCannotBeJudged() {
        OpenApiOptions options = OpenApiOptions.defaults();
        assertThatThrownBy(() -> options.withJudgement("no-such-rule", Judgement.SAFE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySwitchOfOpenApiDiffDecidesSomeRule() {
        assertThat(OpenApiDiffSwitch.all())
                .allSatisfy(each -> assertThat(each.ruleIds()).as(each.name()).isNotEmpty());
    }

    @Test
    void everySentenceIsOne() {
        assertThat(Catalogue.rules().values())
                .allSatisfy(rule -> assertThat(rule.sentence()).endsWith(".").doesNotContain(" ."));
    }
}
