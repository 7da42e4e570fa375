package io.axiom.version.component;

import static io.axiom.version.component.ComponentScenario.given;
import static io.axiom.version.component.ComponentScenario.registered;

import io.axiom.language.Rejection.Kind;
import io.axiom.language.version.RunSpec;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.RegisterComponent;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionYanked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentDeciderTest {
    private static final RunSpec RUN = RunSpec.of("java", "-jar", "/opt/agent.jar");

    @Test
    void aComponentIsRegistered() {
        given().when(new RegisterComponent("agent", "Answers questions"))
                .then(new ComponentRegistered("agent", "Answers questions"));
    }

    @Test
    void aComponentIsNotRegisteredTwice() {
        given(registered()).when(new RegisterComponent("agent", null)).thenRefused("component.exists", Kind.CONFLICT);
    }

    @Test
    void nothingElseIsDoneToAComponentNobodyRegistered() {
        given().when(explicit("1.0.0")).thenRefused("component.not-found", Kind.NOT_FOUND);
        given().when(new YankVersion("agent", "1.0.0", "broken")).thenRefused("component.not-found", Kind.NOT_FOUND);
    }

    @Test
    void aVersionIsCreatedAsSaid() {
        CreateVersion command =
                new CreateVersion("agent", "1.2.0", null, null, List.of("Faster"), List.of("No more XML"), RUN);

        given(registered())
                .when(command)
                .thenFirst(new VersionCreated("agent", "1.2.0", List.of("Faster"), List.of("No more XML"), RUN));
    }

    @ParameterizedTest
    @CsvSource({
        ", minor, , 0.1.0",
        ", major, , 1.0.0",
        "1.2.3, patch, , 1.2.4",
        "1.2.3, preminor, beta, 1.3.0-beta.0",
        "1.3.0-beta.0, prerelease, beta, 1.3.0-beta.1",
        "1.3.0-beta.1, minor, , 1.3.0",
        "1.3.0-rc.1, release, , 1.3.0"
    })
    void anIncrementCountsFromTheHighestVersion(String highest, String increment, String prerelease, String next) {
        ComponentScenario component = highest == null ? given(registered()) : given(registered(), created(highest));

        component
                .when(new CreateVersion("agent", null, increment, prerelease, null, null, null))
                .thenFirst(created(next))
                .andResult("version", next);
    }

    @Test
    void anIncrementCountsFromYankedVersionsToo() {
        given(registered(), created("1.0.0"), new VersionYanked("agent", "1.0.0", "broken"))
                .when(increment("patch"))
                .thenFirst(created("1.0.1"));
    }

    @Test
    void exactlyOneOfVersionAndIncrementIsGiven() {
        given(registered())
                .when(new CreateVersion("agent", "1.0.0", "minor", null, null, null, null))
                .thenRefused("version.choose-one", Kind.INVALID);
        given(registered())
                .when(new CreateVersion("agent", null, null, null, null, null, null))
                .thenRefused("version.choose-one", Kind.INVALID);
    }

    @Test
    void aPrereleaseIdentifierGoesWithAPreIncrement() {
        given(registered())
                .when(new CreateVersion("agent", "1.0.0", null, "beta", null, null, null))
                .thenRefused("version.prerelease-unused", Kind.INVALID);
        given(registered())
                .when(new CreateVersion("agent", null, "minor", "beta", null, null, null))
                .thenRefused("version.prerelease-unused", Kind.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"prerelease, be/ta", "prerelease, 01", "release, "})
    void anIncrementThatLeadsNowhereIsRefused(String increment, String prerelease) {
        given(registered(), created("1.0.0"))
                .when(new CreateVersion("agent", null, increment, prerelease, null, null, null))
                .thenRefused("version.increment-impossible", Kind.INVALID);
    }

    @Test
    void anUnknownIncrementIsRefused() {
        given(registered()).when(increment("huge")).thenRefused("version.increment-unknown", Kind.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"1.0", "v1.0.0", "01.0.0", "1.0.0-", "latest", "' 1.0.0'", "''"})
    void whatIsNotASemanticVersionIsRefused(String version) {
        given(registered()).when(explicit(version)).thenRefused("version.invalid", Kind.INVALID);
    }

    @Test
    void aVersionOfEndlessLengthIsRefused() {
        given(registered()).when(explicit("1.0.0-" + "a".repeat(1_000))).thenRefused("version.invalid", Kind.INVALID);
    }

    @Test
    void aVersionIsNotCreatedTwice() {
        given(registered(), created("1.0.0")).when(explicit("1.0.0")).thenRefused("version.exists", Kind.CONFLICT);
    }

    @Test
    void buildMetadataDoesNotMakeAnotherVersion() {
        given(registered(), created("1.0.0+a")).when(explicit("1.0.0+b")).thenRefused("version.exists", Kind.CONFLICT);
    }

    @Test
    void aYankedNumberIsNeverUsedAgain() {
        given(registered(), created("1.0.0"), new VersionYanked("agent", "1.0.0", "leaks keys"))
                .when(explicit("1.0.0"))
                .thenRefused("version.yanked", Kind.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.0, 1.1.0",
        "1.2.0, 1.1.9",
        "2.0.0, 1.0.0",
        "1.0.0, 1.0.0-rc.1",
        "1.0.0-rc.2, 1.0.0-beta.9",
        "2.0.0, 0.9.0"
    })
    void numbersDoNotGoBackwards(String existing, String lower) {
        given(registered(), created(existing)).when(explicit(lower)).thenRefused("version.backwards", Kind.CONFLICT);
    }

    @Test
    void aPrereleaseWithALowerIdentifierGoesBackwards() {
        given(registered(), created("1.0.0-rc.1"))
                .when(new CreateVersion("agent", null, "prerelease", "beta", null, null, null))
                .thenRefused("version.backwards", Kind.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({"1.4.3", "1.5.0", "1.3.8", "2.0.1", "1.5.0-rc.1"})
    void aBackPortCarriesOnALineThatExists(String backPort) {
        given(registered(), created("1.3.7"), created("1.4.2"), created("2.0.0"))
                .when(explicit(backPort))
                .thenFirst(created(backPort));
    }

    @ParameterizedTest
    @CsvSource({"1.4.1", "1.3.6", "1.2.9", "0.9.9", "1.4.2-rc.1"})
    void aBackPortDoesNotGoBackwardsWithinItsLine(String lower) {
        given(registered(), created("1.3.7"), created("1.4.2"), created("2.0.0"))
                .when(explicit(lower))
                .thenRefused("version.backwards", Kind.CONFLICT);
    }

    @Test
    void aVersionIsDeprecatedInFavourOfAnother() {
        given(registered(), created("1.0.0"), created("1.1.0"))
                .when(new DeprecateVersion("agent", "1.0.0", "1.1.0", "slow"))
                .then(new VersionDeprecated("agent", "1.0.0", "1.1.0", "slow"));
    }

    @Test
    void deprecatingTheSameWayAgainNeedsNoEvent() {
        given(registered(), created("1.0.0"), new VersionDeprecated("agent", "1.0.0", null, "slow"))
                .when(new DeprecateVersion("agent", "1.0.0", null, "slow"))
                .thenNothing();
        given(registered(), created("1.0.0"), new VersionDeprecated("agent", "1.0.0", null, "slow"))
                .when(new DeprecateVersion("agent", "1.0.0", null, "very slow"))
                .then(new VersionDeprecated("agent", "1.0.0", null, "very slow"));
    }

    @Test
    void aReplacementIsAnotherVersionThatCanBeUsed() {
        ComponentScenario component =
                given(registered(), created("1.0.0"), created("1.1.0"), new VersionYanked("agent", "1.1.0", "broken"));

        component
                .when(new DeprecateVersion("agent", "1.0.0", "1.1.0", "slow"))
                .thenRefused("version.replacement-invalid", Kind.INVALID);
        component
                .when(new DeprecateVersion("agent", "1.0.0", "1.0.0", "slow"))
                .thenRefused("version.replacement-invalid", Kind.INVALID);
        component
                .when(new DeprecateVersion("agent", "1.0.0", "3.0.0", "slow"))
                .thenRefused("version.not-found", Kind.NOT_FOUND);
    }

    @Test
    void aVersionIsYankedOnce() {
        given(registered(), created("1.0.0"))
                .when(new YankVersion("agent", "1.0.0", "leaks keys"))
                .then(new VersionYanked("agent", "1.0.0", "leaks keys"));
        given(registered(), created("1.0.0"), new VersionYanked("agent", "1.0.0", "leaks keys"))
                .when(new YankVersion("agent", "1.0.0", "again"))
                .thenNothing();
    }

    @Test
    void onlyVersionsThatExistAreRetiredAndForAReason() {
        given(registered())
                .when(new YankVersion("agent", "1.0.0", "broken"))
                .thenRefused("version.not-found", Kind.NOT_FOUND);
        given(registered(), created("1.0.0"))
                .when(new YankVersion("agent", "1.0.0", "  "))
                .thenRefused("request.text-invalid", Kind.INVALID);
        given(registered(), created("1.0.0"), new VersionYanked("agent", "1.0.0", "broken"))
                .when(new DeprecateVersion("agent", "1.0.0", null, "slow"))
                .thenRefused("version.yanked", Kind.CONFLICT);
    }

    @Test
    void textsHaveBounds() {
        given(registered())
                .when(new CreateVersion("agent", "1.0.0", null, null, List.of("x".repeat(2_001)), null, null))
                .thenRefused("request.text-invalid", Kind.INVALID);
        given(registered())
                .when(new CreateVersion("agent", "1.0.0", null, null, null, List.of(" "), null))
                .thenRefused("request.text-invalid", Kind.INVALID);
        given(registered())
                .when(new CreateVersion(
                        "agent", "1.0.0", null, null, java.util.Collections.nCopies(201, "x"), null, null))
                .thenRefused("request.text-invalid", Kind.INVALID);
        given().when(new RegisterComponent("agent", "x".repeat(2_001)))
                .thenRefused("request.text-invalid", Kind.INVALID);
    }

    private static VersionCreated created(String version) {
        return new VersionCreated("agent", version, List.of(), List.of(), null);
    }

    private static CreateVersion explicit(String version) {
        return new CreateVersion("agent", version, null, null, null, null, null);
    }

    private static CreateVersion increment(String increment) {
        return new CreateVersion("agent", null, increment, null, null, null, null);
    }
}
