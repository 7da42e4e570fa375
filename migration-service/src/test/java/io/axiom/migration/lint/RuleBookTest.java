package io.axiom.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.migration.lint.rules.RuleBook;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    @Test
    void everyRuleSaysWhatItIsAboutAndWhatToDo() {
        assertThat(RuleBook.rules()).hasSizeGreaterThan(45).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(rule.about()).endsWith(".");
            assertThat(rule.instead()).isNotBlank();
            assertThat(rule.dialects()).isNotEmpty();
        });
    }
}
