package io.axiom.cli.migration;

import io.axiom.cli.text.Ink;
import io.axiom.language.migration.Direction;
import io.axiom.language.migration.LintFinding;
import io.axiom.language.migration.PlannedMigration;
import io.axiom.language.migration.RunFailure;
import io.axiom.language.migration.WayBackGrade;
import io.axiom.language.migration.view.MigrationPlanView;
import java.util.ArrayList;
import java.util.List;

/** What a run would do, to be read before it is done. */
public record PlanText(Ink ink) {
    public List<String> lines(MigrationPlanView plan) {
        List<String> lines = new ArrayList<>();
        boolean up = plan.direction() == Direction.UP;
        lines.add(ink.strong("Plan") + (up ? " to migrate " : " to take back on ") + plan.databaseId());
        if (plan.source() != null) {
            lines.add("  from " + Ink.clean(plan.source().text()));
        }
        lines.add("");
        plan.migrations().forEach(migration -> migration(migration, up, lines));
        plan.warnings().forEach(warning -> lines.add("  ! " + Ink.clean(warning)));
        plan.refused().forEach(refused -> lines.add("  " + ink.bad("✖") + " refused: " + Ink.clean(refused)));
        MigrationPlanView.Rehearsal rehearsal = plan.rehearsal();
        if (rehearsal != null) {
            rehearsal(rehearsal, lines);
        }
        int count = plan.migrations().size();
        lines.add("Plan: " + (count == 0 ? "nothing to do" : count == 1 ? "1 migration" : count + " migrations")
                + ".  Hash: " + plan.planHash());
        return lines;
    }

    private void migration(PlannedMigration migration, boolean up, List<String> lines) {
        String version = migration.version() == null ? "" : migration.version() + "  ";
        lines.add("  " + (up ? ink.good("+") : ink.bad("-")) + ' ' + ink.strong(version + Ink.clean(migration.name()))
                + "  " + statements(migration) + "  way back: " + wayBack(migration));
        migration.locks().forEach(lock -> lines.add("      lock: " + Ink.clean(lock)));
        migration.reasons().forEach(reason -> lines.add("      " + ink.faint("· " + Ink.clean(reason))));
        for (LintFinding finding : migration.findings()) {
            if (finding.allowedBecause() == null && !finding.severity().equals("advice")) {
                lines.add("      " + finding.severity() + ", line " + finding.line() + ": "
                        + Ink.clean(finding.message()) + " [" + finding.rule() + "]");
                lines.add("        instead: " + Ink.clean(finding.instead()));
            }
        }
    }

    private static String statements(PlannedMigration migration) {
        return migration.statements() == 1 ? "1 statement" : migration.statements() + " statements";
    }

    private String wayBack(PlannedMigration migration) {
        String words = migration.grade().words() + (migration.proven() ? ", proven" : ", not proven");
        return migration.proven() && migration.grade() == WayBackGrade.LOSSLESS ? ink.good(words) : ink.bad(words);
    }

    private void rehearsal(MigrationPlanView.Rehearsal rehearsal, List<String> lines) {
        RunFailure failure = rehearsal.failure();
        if (failure == null) {
            lines.add("  " + ink.good("✔") + " It went through " + Ink.clean(rehearsal.how()) + '.');
        } else {
            lines.add("  " + ink.bad("✖") + " It failed " + Ink.clean(rehearsal.how()) + ": "
                    + Ink.clean(failure.detail()));
        }
    }
}
