package io.axiom.version.resolution;

import static io.axiom.version.resolution.Registry.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axiom.language.RejectedException;
import io.axiom.semver.SemanticVersion;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private final Registry registry = new Registry();

    @Test
    void theNewestVersionsAreChosenAndWhatTheyNeed() {
        registry.add("web 1.0.0", "core ^1.0.0")
                .add("web 1.1.0", "core ^1.2.0")
                .add("core 1.0.0")
                .add("core 1.3.0")
                .add("core 2.0.0")
                .add("unrelated 1.0.0");

        assertSolved("web *").containsOnly(Map.entry("web", v("1.1.0")), Map.entry("core", v("1.3.0")));
    }

    @Test
    void anOlderVersionIsChosenWhereTheNewestDoesNotFit() {
        registry.add("web 1.0.0", "core ^1.0.0")
                .add("web 2.0.0", "core ^2.0.0")
                .add("core 1.0.0")
                .add("core 2.0.0");

        assertSolved("web *", "core ^1.0.0").containsEntry("web", v("1.0.0")).containsEntry("core", v("1.0.0"));
    }

    @Test
    void componentsMayNeedEachOther() {
        registry.add("a 1.0.0", "b ^1.0.0")
                .add("a 2.0.0", "b ^2.0.0")
                .add("b 1.0.0", "a ^1.0.0")
                .add("b 2.0.0", "a ^1.0.0")
                .add("self 1.0.0", "self ^1.0.0");

        assertSolved("a *", "self *")
                .containsEntry("a", v("1.0.0"))
                .containsEntry("b", v("1.0.0"))
                .containsEntry("self", v("1.0.0"));
    }

    @Test
    void yankedVersionsAreChosenOnlyWhenPinned() {
        registry.add("core 1.0.0").yanked("core 1.1.0", "broken build").add("web 1.0.0", "core ^1.0.0");

        assertSolved("web *").containsEntry("core", v("1.0.0"));
        Wanted pinned = new Wanted(wanted("web *").ranges(), Map.of("core", v("1.1.0")));
        assertThat(((Resolution.Solved) registry.resolve(pinned)).versions()).containsEntry("core", v("1.1.0"));
    }

    @Test
    void deprecatedVersionsAreChosenOnlyWhenNothingElseFits() {
        registry.add("core 1.0.0").deprecated("core 1.1.0").deprecated("core 2.0.0");

        assertSolved("core ^1.0.0").containsEntry("core", v("1.0.0"));
        assertSolved("core ^2.0.0").containsEntry("core", v("2.0.0"));
    }

    @Test
    void prereleasesAreChosenOnlyByRangesThatNameThem() {
        registry.add("core 1.0.0").add("core 1.1.0-beta.1");

        assertSolved("core ^1.0.0").containsEntry("core", v("1.0.0"));
        assertSolved("core >=1.1.0-beta.0").containsEntry("core", v("1.1.0-beta.1"));
    }

    @Test
    void aChainOfDependenciesIsExplainedAsAChain() {
        registry.add("foo 1.0.0", "bar ^2.0.0")
                .add("foo 1.1.0", "bar ^2.0.0")
                .add("bar 2.0.0", "baz ^3.0.0")
                .add("bar 2.1.0", "baz ^3.0.0")
                .add("baz 1.0.0")
                .add("baz 3.0.0");

        assertExplained("foo ^1.0.0", "baz ^1.0.0").isEqualTo("""
                Because every version of foo depends on bar ^2.0.0, which depends on baz ^3.0.0, every version of foo requires baz ^3.0.0.
                So, because baz ^1.0.0 is wanted and foo ^1.0.0 is wanted, no set of versions fits.""");
    }

    @Test
    void twoLinesOfReasoningAreNumberedWhereTheyMeet() {
        registry.add("foo 1.0.0", "a ^1.0.0", "b ^1.0.0")
                .add("foo 1.1.0", "x ^1.0.0", "y ^1.0.0")
                .add("a 1.0.0", "b ^2.0.0")
                .add("b 1.0.0")
                .add("b 2.0.0")
                .add("x 1.0.0", "y ^2.0.0")
                .add("y 1.0.0")
                .add("y 2.0.0");

        assertExplained("foo ^1.0.0").isEqualTo("""
                Because a 1.0.0 depends on b ^2.0.0 and foo 1.0.0 depends on b ^1.0.0, foo 1.0.0 and a 1.0.0 cannot be used together.
                (1) So, because foo 1.0.0 depends on a ^1.0.0, foo 1.0.0 cannot be used.
                Because x 1.0.0 depends on y ^2.0.0 and foo 1.1.0 depends on y ^1.0.0, foo 1.1.0 and x 1.0.0 cannot be used together.
                And because foo 1.1.0 depends on x ^1.0.0, foo 1.1.0 cannot be used.
                And because foo 1.0.0 cannot be used (1), foo cannot be used.
                So, because foo ^1.0.0 is wanted, no set of versions fits.""");
    }

    @Test
    void aRangeNothingMatchesIsNamed() {
        registry.add("web 1.0.0", "core ^9.0.0", "gone *").add("core 1.0.0").add("early 1.0.0-rc.1");

        assertExplained("core ^9.0.0")
                .isEqualTo(
                        "Because core ^9.0.0 is wanted, which no version matches (the newest is 1.0.0), no set of versions fits.");
        assertExplained("early *")
                .contains("which no version matches (the newest is 1.0.0-rc.1, and there are only prereleases)");
        assertExplained("web *").contains("web");
    }

    @Test
    void yankedVersionsArePartOfTheExplanationWhenTheyMatter() {
        registry.add("core 1.0.0").yanked("core 1.1.0", "broken build").add("web 1.0.0", "core ^1.1.0");

        assertExplained("web *").isEqualTo("""
                Because web * is wanted and web 1.0.0 depends on core ^1.1.0, core ^1.1.0 is required.
                So, because core 1.1.0 is yanked (broken build), no set of versions fits.""");
    }

    @Test
    void aPinThatContradictsIsNamed() {
        registry.add("core 1.0.0").add("core 2.0.0").add("web 1.0.0", "core ^2.0.0");

        Wanted pinned = new Wanted(wanted("web *").ranges(), Map.of("core", v("1.0.0")));
        assertThat(text(registry.resolve(pinned))).isEqualTo("""
                Because web * is wanted and web 1.0.0 depends on core ^2.0.0, core ^2.0.0 is required.
                So, because core is pinned to 1.0.0, no set of versions fits.""");
    }

    @Test
    void tooMuchWorkIsRefusedAndNotDone() {
        Random random = new Random(1);
        for (int component = 0; component < 30; component++) {
            for (int version = 1; version <= 5; version++) {
                registry.add(
                        "c" + component + " " + version + ".0.0",
                        "c" + random.nextInt(30) + " ^" + (1 + random.nextInt(5)) + ".0.0");
            }
        }

        assertThatThrownBy(() -> new Resolver(20).resolve(registry.components, wanted("c0 *", "c1 *", "c2 *")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo("resolution.too-hard"));
    }

    private MapAssert<String, SemanticVersion> assertSolved(String... wanted) {
        assertThat(registry.resolve(wanted)).isInstanceOf(Resolution.Solved.class);
        return assertThat(((Resolution.Solved) registry.resolve(wanted)).versions());
    }

    private AbstractStringAssert<?> assertExplained(String... wanted) {
        return assertThat(text(registry.resolve(wanted)));
    }

    static String text(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Resolution.Impossible.class);
        return String.join(
                "\n",
                ((Resolution.Impossible) resolution)
                        .explanation().lines().stream()
                                .map(line -> (line.number() == null ? "" : "(" + line.number() + ") ") + line.text())
                                .toList());
    }

    private static SemanticVersion v(String text) {
        return SemanticVersion.parse(text);
    }
}
