package io.axiom.version.component;

import io.axiom.language.Texts;
import io.axiom.language.version.Bump;
import io.axiom.language.version.BumpReason;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceReference;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.commits.CommitFindings;
import io.axiom.version.commits.CommitTypes;
import io.axiom.version.evidence.ComparedSurface;
import io.axiom.version.evidence.Evidence;
import io.axiom.version.evidence.Lineage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What evidence asks of a version's number.
 *
 * @param bySurfaces counted from {@link Lineage#compared}
 * @param byCommits counted from {@link Lineage#predecessor}
 * @param verdict null when no surface was compared
 * @param reasons all of them, the gravest first
 */
record Detection(Bump bySurfaces, Bump byCommits, @Nullable Judgement verdict, List<BumpReason> reasons) {
    private static final String START = "0.0.0";
    private static final int LONGEST = 500;

    Bump bump() {
        return bySurfaces.or(byCommits);
    }

    /** @param lineage what the version is measured by, also when nothing was looked at */
    static Detection of(Evidence evidence, Lineage lineage) {
        List<BumpReason> surfaces = new ArrayList<>();
        Judgement verdict = surfaces(evidence.surfaces(), lineage, surfaces);
        List<BumpReason> commits = new ArrayList<>();
        Bump byCommits = commits(evidence.commits(), lineage, commits);
        List<BumpReason> all = new ArrayList<>(surfaces);
        all.addAll(commits);
        all.sort(Comparator.comparing(BumpReason::asks, Comparator.reverseOrder()));
        return new Detection(most(surfaces), byCommits, verdict, List.copyOf(all));
    }

    private static Bump most(List<BumpReason> reasons) {
        return reasons.stream().map(BumpReason::asks).reduce(Bump.NONE, Bump::or);
    }

    private static @Nullable Judgement surfaces(
            List<ComparedSurface> surfaces, Lineage lineage, List<BumpReason> reasons) {
        String compared = lineage.compared();
        if (compared == null) {
            return null;
        }
        if (surfaces.isEmpty()) {
            reasons.add(new BumpReason(
                    Bump.NONE,
                    "surfaces",
                    "surfaces-missing",
                    null,
                    compared + " carries surfaces and this version none: nothing was compared."));
            return Judgement.UNDETERMINED;
        }
        Bump breaking = Bump.ofBreakAfter(SemanticVersion.parse(compared));
        Judgement verdict = Judgement.SAFE;
        for (ComparedSurface surface : surfaces) {
            verdict = verdict.or(surface(surface, compared, breaking, reasons));
        }
        return verdict;
    }

    private static Judgement surface(
            ComparedSurface surface, String compared, Bump breaking, List<BumpReason> reasons) {
        SurfaceReference current = surface.current();
        SurfaceReference previous = surface.previous();
        if (current == null) {
            String title = previous == null ? "" : previous.title();
            reasons.add(new BumpReason(
                    breaking, title, "surface-removed", null, "The " + title + " of " + compared + " is gone."));
            return Judgement.BREAKING;
        }
        if (previous == null) {
            reasons.add(new BumpReason(
                    Bump.MINOR, current.title(), "surface-added", null, compared + " has no " + current.title() + "."));
            return Judgement.SAFE;
        }
        SurfaceComparison comparison = surface.comparison();
        if (comparison == null) {
            return Judgement.SAFE;
        }
        comparison.changes().forEach(change -> reasons.add(reason(change, current, breaking)));
        return comparison.verdict();
    }

    private static BumpReason reason(SurfaceChange change, SurfaceReference surface, Bump breaking) {
        Bump other = change.addition() ? Bump.MINOR : Bump.PATCH;
        return new BumpReason(
                change.judgement() == Judgement.BREAKING ? breaking : other,
                surface.title(),
                change.rule(),
                Texts.shorten(change.path(), LONGEST),
                Texts.shorten(change.sentence(), LONGEST));
    }

    private static Bump commits(@Nullable CommitFindings findings, Lineage lineage, List<BumpReason> reasons) {
        if (findings == null) {
            return Bump.NONE;
        }
        String predecessor = lineage.predecessor() == null ? START : lineage.predecessor();
        Bump breaking = Bump.ofBreakAfter(SemanticVersion.parse(predecessor));
        for (CommitEntry entry : findings.entries()) {
            Bump asks = entry.breaks() ? breaking : CommitTypes.asks(entry.type());
            if (asks != Bump.NONE) {
                reasons.add(new BumpReason(asks, source(entry), null, null, sentence(entry)));
            }
        }
        return findings.bump() == Bump.MAJOR ? breaking : findings.bump();
    }

    private static String source(CommitEntry entry) {
        String commit = entry.commit();
        return commit == null ? "commit" : "commit " + commit.substring(0, Math.min(8, commit.length()));
    }

    private static String sentence(CommitEntry entry) {
        List<String> breaking = entry.breaking();
        return breaking == null || breaking.isEmpty() ? entry.description() : String.join("; ", breaking);
    }
}
