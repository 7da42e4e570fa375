package io.axiom.migration.plan;

import io.axiom.language.migration.LintFinding;
import io.axiom.migration.lint.Finding;
import java.util.List;
import java.util.Locale;

/** The linter's findings as the language tells them. */
public final class Findings {
    private Findings() {}

    /** @param shift lines of the file before the script's first */
    public static List<LintFinding> of(List<Finding> findings, int shift) {
        return findings.stream().map(finding -> of(finding, shift)).toList();
    }

    private static LintFinding of(Finding finding, int shift) {
        return new LintFinding(
                finding.rule(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.line() + shift,
                finding.column(),
                finding.statement(),
                finding.message(),
                finding.instead(),
                finding.allowedBecause());
    }
}
