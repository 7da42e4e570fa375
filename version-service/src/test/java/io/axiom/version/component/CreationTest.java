package io.axiom.version.component;

import static io.axiom.version.component.ComponentScenario.given;
import static io.axiom.version.component.ComponentScenario.givenVersions;
import static io.axiom.version.component.ComponentScenario.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.Rejection.Kind;
import io.axiom.language.json.Json;
import io.axiom.language.version.Bump;
import io.axiom.language.version.ComponentPolicy;
import io.axiom.language.version.ComponentPolicy.Reaction;
import io.axiom.language.version.DetectedBump;
import io.axiom.language.version.VersionCommand.ChangeComponentPolicy;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceInput;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.language.version.surface.SurfaceReference;
import io.axiom.runtime.aggregate.OutdatedPreparationException;
import io.axiom.version.commits.CommitRequest;
import io.axiom.version.commits.PostedCommits;
import io.axiom.version.evidence.ComparedSurface;
import io.axiom.version.evidence.Evidence;
import io.axiom.version.evidence.Lineage;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What evidence makes of a new version. */
class CreationTest {
    private static final SurfaceReference OLD = new SurfaceReference(SurfaceKind.OPENAPI, "orders", "a".repeat(64));
    private static final SurfaceReference NEW = new SurfaceReference(SurfaceKind.OPENAPI, "orders", "b".repeat(64));
    private static final SurfaceInput INPUT = new SurfaceInput(SurfaceKind.OPENAPI, "orders", "{}", null);

    @ParameterizedTest
    @CsvSource({
        "1.2.3, fix: a, 1.2.4",
        "1.2.3, feat: a, 1.3.0",
        "1.2.3, feat!: a, 2.0.0",
        "0.2.3, feat!: a, 0.3.0",
        "0.2.3, fix: a, 0.2.4",
        "1.3.0-beta.0, fix: a, 1.3.0",
    })
    void autoCountsByWhatCommitsAskFor(String highest, String commit, String next) {
        ComponentScenario component = givenVersions(highest);
        VersionCreated created = created(component.when(byCommits(component, auto(null), commit)));
        assertThat(created.version()).isEqualTo(next);
        assertThat(created.commits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.3.0-beta.0, feat: a, 1.3.0-beta.1",
        "1.2.3, 1.3.0-beta.0, fix: a, 1.3.0-beta.1",
        "1.2.3, 1.3.0-beta.0, feat!: a, 2.0.0-beta.0",
        "1.2.3, 1.2.4-beta.0, feat: a, 1.3.0-beta.0",
        "1.2.3, 1.2.4, feat: a, 1.3.0-beta.0",
    })
    void autoCarriesOnAPrereleaseThatIsFarEnough(String release, String highest, String commit, String next) {
        ComponentScenario component = givenVersions(release, highest);
        assertThat(created(component.when(byCommits(component, auto("beta"), commit)))
                        .version())
                .isEqualTo(next);
    }

    @Test
    void theFirstVersionIsCountedFromNothing() {
        ComponentScenario component = given(registered());
        assertThat(created(component.when(byCommits(component, auto(null), "feat!: a")))
                        .version())
                .isEqualTo("0.1.0");
    }

    @Test
    void autoWithNothingToReleaseIsRefused() {
        ComponentScenario component = givenVersions("1.0.0");
        component
                .when(byCommits(component, auto(null), "docs: a", "no convention"))
                .thenRefused("version.nothing-to-release", Kind.UNPROCESSABLE);
        component.when(auto(null)).thenRefused("version.auto-needs-evidence", Kind.INVALID);
    }

    @Test
    void commitsWriteTheChangelogNobodyWrote() {
        ComponentScenario component = givenVersions("1.0.0");
        VersionCreated created = created(component.when(byCommits(
                component, auto(null), "feat(api): Answers in French", "chore: x", "fix!: No XML\n\nCloses #12")));
        assertThat(created.changelog()).containsExactly("api: Answers in French", "No XML");
        assertThat(created.breakingChanges()).containsExactly("No XML");
        assertThat(created.detected()).satisfies(detected -> {
            assertThat(detected.claimed()).isEqualTo(Bump.MAJOR);
            assertThat(detected.detected()).isEqualTo(Bump.MAJOR);
            assertThat(detected.predecessor()).isEqualTo("1.0.0");
            assertThat(detected.reasons()).hasSize(2);
        });
    }

    @Test
    void aClaimSmallerThanWhatWasDetectedIsRefusedWithTheReasons() {
        ComponentScenario component = carrying("1.0.0");
        ComponentScenario.Outcome outcome = component.when(compared(component, explicit("1.0.1"), breaks(5)));
        outcome.thenRefused("version.bump-too-small", Kind.UNPROCESSABLE);
        assertThat(outcome.rejection().detail())
                .isEqualTo("agent 1.0.1 claims patch after 1.0.0, but major was detected. "
                        + "openapi orders: Break 0. openapi orders: Break 1. openapi orders: Break 2. And 2 more.");
        assertThat(outcome.rejection().context()).containsEntry("detected", "major");
    }

    @Test
    void aPolicyLetsItPassWithAWarning() {
        ComponentScenario component =
                carrying("1.0.0").after(new ChangeComponentPolicy("agent", new ComponentPolicy(Reaction.WARN)));
        ComponentScenario.Outcome outcome = component.when(compared(component, explicit("1.1.0"), breaks(100)));
        DetectedBump detected = created(outcome).detected();
        assertThat(detected.tooSmall()).isTrue();
        assertThat(detected.verdict()).isEqualTo(Judgement.BREAKING);
        assertThat(detected.reasons()).hasSize(50);
        assertThat(detected.moreReasons()).isEqualTo(50);
        outcome.andResult("version", "1.1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 2.0.0, true",
        "1.0.0, 2.0.0-rc.1, true",
        "1.0.0, 1.9.0, false",
        "0.1.0, 0.2.0, true",
        "0.1.0, 0.1.1, false",
        "0.1.0, 1.0.0, true"
    })
    void aBreakAsksForAMajorVersionOrAMinorOneBeforeTheFirst(String previous, String version, boolean enough) {
        ComponentScenario component = carrying(previous);
        ComponentScenario.Outcome outcome = component.when(compared(component, explicit(version), breaks(1)));
        if (enough) {
            assertThat(created(outcome).surfaces()).containsExactly(NEW);
        } else {
            outcome.thenRefused("version.bump-too-small", Kind.UNPROCESSABLE);
        }
    }

    @Test
    void anAdditionAsksForAMinorVersion() {
        ComponentScenario component = carrying("1.0.0");
        SurfaceComparison addition = SurfaceComparison.of(List.of(change(Judgement.SAFE, true, "New path")));
        component
                .when(compared(component, explicit("1.0.1"), addition))
                .thenRefused("version.bump-too-small", Kind.UNPROCESSABLE);
        assertThat(created(component.when(compared(component, auto(null), addition)))
                        .version())
                .isEqualTo("1.1.0");
        assertThat(created(component.when(compared(component, auto(null), SurfaceComparison.of(List.of()))))
                        .version())
                .isEqualTo("1.0.1");
    }

    @Test
    void aSurfaceThatIsGoneIsABreak() {
        ComponentScenario component = carrying("1.0.0");
        SurfaceReference other = new SurfaceReference(SurfaceKind.PROTOBUF, "orders", "c".repeat(64));
        Evidence evidence = new Evidence(
                new Lineage("1.0.0", "1.0.0"),
                List.of(new ComparedSurface(other, null, null), new ComparedSurface(null, OLD, null)),
                null);
        component
                .when(new ComponentInput.Creation(explicit("1.1.0"), evidence))
                .thenRefused("version.bump-too-small", Kind.UNPROCESSABLE);
    }

    @Test
    void surfacesAreComparedWithTheLastReleaseThatHadThem() {
        ComponentScenario component = carrying("1.0.0").after(explicit("1.1.0"));
        VersionCreated bare = (VersionCreated)
                carrying("1.0.0").when(explicit("1.1.0")).events().getFirst();
        assertThat(bare.detected()).satisfies(detected -> {
            assertThat(detected.verdict()).isEqualTo(Judgement.UNDETERMINED);
            assertThat(detected.tooSmall()).isFalse();
        });
        Evidence evidence =
                new Evidence(new Lineage("1.1.0", "1.0.0"), List.of(new ComparedSurface(NEW, OLD, breaks(1))), null);
        component
                .when(new ComponentInput.Creation(explicit("1.2.0"), evidence))
                .thenRefused("version.bump-too-small", Kind.UNPROCESSABLE);
    }

    @Test
    void theReleaseThatWasComparedIsOnRecord() {
        ComponentScenario component = carrying("1.0.0").after(explicit("2.0.0"));
        Evidence evidence =
                new Evidence(new Lineage("2.0.0", "1.0.0"), List.of(new ComparedSurface(NEW, OLD, breaks(1))), null);
        DetectedBump detected = created(component.when(new ComponentInput.Creation(explicit("2.0.1"), evidence)))
                .detected();
        assertThat(detected.predecessor()).isEqualTo("1.0.0");
        assertThat(detected.claimed()).isEqualTo(Bump.MAJOR);
        assertThat(detected.tooSmall()).isFalse();
    }

    @Test
    void aClaimTooSmallForItsCommitsNamesTheReleaseTheyWereMadeAfter() {
        ComponentScenario component = carrying("1.0.0").after(explicit("2.0.0"));
        Lineage lineage = new Lineage("2.0.0", "1.0.0");
        Evidence evidence = new Evidence(
                lineage,
                List.of(new ComparedSurface(NEW, OLD, breaks(1))),
                new PostedCommits().read(new CommitRequest("agent", "2.0.0", null, List.of("feat: a"), null)));
        ComponentScenario.Outcome outcome = component.when(new ComponentInput.Creation(explicit("2.0.1"), evidence));
        outcome.thenRefused("version.bump-too-small", Kind.UNPROCESSABLE);
        assertThat(outcome.rejection().detail()).startsWith("agent 2.0.1 claims patch after 2.0.0");
    }

    @Test
    void evidenceAboutAnotherPredecessorIsGatheredAgain() {
        ComponentScenario before = carrying("1.0.0");
        ComponentInput input = compared(before, auto(null), breaks(1));
        ComponentScenario after = before.after(explicit("1.0.1"));
        assertThatThrownBy(() -> after.when(input)).isInstanceOf(OutdatedPreparationException.class);
    }

    @Test
    void aVersionSaysNoMoreThanFitsIntoARecord() {
        ComponentScenario component = givenVersions("1.0.0");
        String[] commits = IntStream.range(0, 3_000)
                .mapToObj(i -> "fix: " + i + " €".repeat(400))
                .toArray(String[]::new);
        VersionCreated created = created(component.when(byCommits(component, auto(null), commits)));
        assertThat(Json.mapper().writeValueAsBytes(created)).hasSizeLessThan(Sizes.LARGEST_EVENT);
        assertThat(created.commits()).hasSizeBetween(100, 1_000);
        component
                .when(new CreateVersion(
                        "agent", "2.0.0", null, null, Collections.nCopies(200, "€".repeat(2_000)), null, null))
                .thenRefused("version.too-large", Kind.TOO_LARGE);
    }

    private static VersionCreated created(ComponentScenario.Outcome outcome) {
        return (VersionCreated) outcome.events().getFirst();
    }

    private static ComponentScenario carrying(String version) {
        return given(registered())
                .and(new VersionCreated(
                        "agent", version, List.of(), List.of(), null, null, null, List.of(OLD), null, null, null));
    }

    private static ComponentInput byCommits(ComponentScenario component, CreateVersion command, String... messages) {
        Lineage lineage = Lineages.of(command, ((ComponentState.Registered) component.state()).versions());
        return new ComponentInput.Creation(
                command(command, List.of(messages), null),
                new Evidence(
                        lineage,
                        List.of(),
                        new PostedCommits()
                                .read(new CommitRequest(
                                        "agent", lineage.predecessor(), null, List.of(messages), null))));
    }

    private static ComponentInput compared(
            ComponentScenario component, CreateVersion command, SurfaceComparison comparison) {
        Lineage lineage = Lineages.of(command, ((ComponentState.Registered) component.state()).versions());
        return new ComponentInput.Creation(
                command(command, null, List.of(INPUT)),
                new Evidence(lineage, List.of(new ComparedSurface(NEW, OLD, comparison)), null));
    }

    private static SurfaceComparison breaks(int count) {
        return SurfaceComparison.of(IntStream.range(0, count)
                .mapToObj(i -> change(Judgement.BREAKING, false, "Break " + i + "."))
                .toList());
    }

    private static SurfaceChange change(Judgement judgement, boolean addition, String sentence) {
        return new SurfaceChange("rule", judgement, "/paths", null, null, addition, sentence);
    }

    private static CreateVersion auto(String prerelease) {
        return new CreateVersion("agent", null, "auto", prerelease, null, null, null);
    }

    private static CreateVersion explicit(String version) {
        return new CreateVersion("agent", version, null, null, null, null, null);
    }

    private static CreateVersion command(CreateVersion of, List<String> commits, List<SurfaceInput> surfaces) {
        return new CreateVersion(
                of.component(),
                of.version(),
                of.increment(),
                of.prerelease(),
                null,
                null,
                null,
                null,
                null,
                surfaces,
                commits,
                null,
                null);
    }
}
