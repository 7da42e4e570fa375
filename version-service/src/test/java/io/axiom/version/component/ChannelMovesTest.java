package io.axiom.version.component;

import static io.axiom.version.component.ComponentScenario.givenVersions;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.Rejection.Kind;
import io.axiom.language.version.ChannelCommand.MoveChannel;
import io.axiom.language.version.ChannelEvent.ChannelMoved;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.language.version.VersionCommand.EndVersion;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent.VersionYanked;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChannelMovesTest {

    @Test
    void theHighestReleaseIsLatestAndStable() {
        ComponentScenario component = givenVersions("1.0.0", "2.0.0", "1.0.1");
        assertThat(component.channel("latest")).isEqualTo("2.0.0");
        assertThat(component.channel("stable")).isEqualTo("2.0.0");
    }

    @Test
    void aPrereleaseMovesTheChannelOfItsFirstIdentifier() {
        ComponentScenario component =
                givenVersions("1.0.0", "1.1.0-beta.0", "1.1.0-beta.1", "1.1.0-rc.0", "1.2.0-0", "1.3.0-stable.1");
        assertThat(component.channel("beta")).isEqualTo("1.1.0-beta.1");
        assertThat(component.channel("rc")).isEqualTo("1.1.0-rc.0");
        assertThat(component.channel("0")).isEqualTo("none");
        assertThat(component.channel("latest")).isEqualTo("1.0.0");
        assertThat(component.channel("stable")).isEqualTo("1.0.0");
    }

    @Test
    void aVersionCanBeCreatedForAChannel() {
        ComponentScenario component =
                givenVersions("1.0.0", "2.0.0").after(creation("1.0.1", "lts")).after(creation("2.0.1", "latest"));
        assertThat(component.channel("lts")).isEqualTo("1.0.1");
        assertThat(component.channel("latest")).isEqualTo("2.0.1");
        assertThat(component.channel("stable")).isEqualTo("2.0.1");
    }

    @Test
    void aChannelMovesWhereItIsToldTo() {
        ComponentScenario component = givenVersions("1.0.0", "1.1.0");
        component
                .when(new MoveChannel("agent", "latest", "1.0.0", "1.1.0 is slow"))
                .then(new ChannelMoved("agent", "latest", "1.1.0", "1.0.0", "1.1.0 is slow"))
                .andResult("channel", "latest");
        component
                .when(new MoveChannel("agent", "lts", "1.0.0", "Kept for a year"))
                .then(new ChannelMoved("agent", "lts", null, "1.0.0", "Kept for a year"));
        component
                .when(new MoveChannel("agent", "latest", "1.1.0", "It is there"))
                .thenNothing();
    }

    @Test
    void aChannelPointsOnlyToWhatCanBeUsed() {
        ComponentScenario component = givenVersions("1.0.0", "1.1.0", "1.2.0", "1.3.0-rc.1")
                .after(new YankVersion("agent", "1.0.0", "broken"))
                .after(new EndVersion("agent", "1.1.0", null, null, "old"));
        component.when(move("lts", "1.0.0")).thenRefused("version.yanked", Kind.CONFLICT);
        component.when(move("lts", "1.1.0")).thenRefused("version.ended", Kind.CONFLICT);
        component.when(move("lts", "9.0.0")).thenRefused("version.not-found", Kind.NOT_FOUND);
        component.when(move("stable", "1.3.0-rc.1")).thenRefused("channel.needs-release", Kind.INVALID);
        component.when(move("No Name", "1.2.0")).thenRefused("request.name-invalid", Kind.INVALID);
        component.when(creation("1.4.0", "No Name")).thenRefused("request.name-invalid", Kind.INVALID);
    }

    @Test
    void yankingTheTargetMovesItsChannelsToTheHighestThatCanBeUsed() {
        givenVersions("1.0.0", "1.1.0", "1.2.0", "2.0.0-beta.0", "2.0.0-beta.1")
                .after(new YankVersion("agent", "1.1.0", "broken"))
                .when(new YankVersion("agent", "1.2.0", "leaks keys"))
                .then(
                        new VersionYanked("agent", "1.2.0", "leaks keys"),
                        new ChannelMoved("agent", "latest", "1.2.0", "1.0.0", "1.2.0 was yanked"),
                        new ChannelMoved("agent", "stable", "1.2.0", "1.0.0", "1.2.0 was yanked"));
        assertThat(givenVersions("2.0.0-beta.0", "2.0.0-beta.1", "2.0.0-rc.1")
                        .after(new YankVersion("agent", "2.0.0-beta.1", "broken"))
                        .channel("beta"))
                .isEqualTo("2.0.0-beta.0");
    }

    @Test
    void aChannelWithNothingLeftIsEmptied() {
        ComponentScenario component = givenVersions("1.0.0").after(new YankVersion("agent", "1.0.0", "broken"));
        assertThat(component.channel("latest")).isEqualTo("none");
        assertThat(component.after(creation("1.0.1", null)).channel("latest")).isEqualTo("1.0.1");
    }

    @Test
    void anEndMovesChannelsWhenItHasCome() {
        Instant later = Instant.parse("2027-06-30T00:00:00Z");
        assertThat(givenVersions("1.0.0", "1.1.0")
                        .after(new EndVersion("agent", "1.1.0", null, null, "old"))
                        .channel("latest"))
                .isEqualTo("1.0.0");
        assertThat(givenVersions("1.0.0", "1.1.0")
                        .after(new EndVersion("agent", "1.1.0", later, null, "old"))
                        .channel("latest"))
                .isEqualTo("1.1.0");
    }

    private static MoveChannel move(String channel, String version) {
        return new MoveChannel("agent", channel, version, "said so");
    }

    private static CreateVersion creation(String version, String channel) {
        return new CreateVersion("agent", version, null, null, null, null, null, null, null, null, null, null, channel);
    }
}
