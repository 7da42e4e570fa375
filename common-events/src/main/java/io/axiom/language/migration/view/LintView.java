package io.axiom.language.migration.view;

import io.axiom.language.migration.LintFinding;
import java.util.List;

/** What the linter found, in the order of the script. */
public record LintView(List<LintFinding> findings) {}
