package io.axiom.version.catalog;

import io.axiom.language.Texts;
import io.axiom.language.version.ChannelEvent.ChannelMoved;
import io.axiom.language.version.DetectedBump;
import io.axiom.language.version.TagEvent.TagFailed;
import io.axiom.language.version.TagEvent.TagRequested;
import io.axiom.language.version.TagEvent.VersionTagged;
import io.axiom.language.version.UpgradeEvent.CompatibilityDeclared;
import io.axiom.language.version.UpgradeEvent.StopLifted;
import io.axiom.language.version.UpgradeEvent.StopRequired;
import io.axiom.language.version.UpgradeEvent.TestResultRecorded;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.ChangelogTemplateReplaced;
import io.axiom.language.version.VersionEvent.ComponentPolicyChanged;
import io.axiom.language.version.VersionEvent.ComponentRegistered;
import io.axiom.language.version.VersionEvent.VersionCreated;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import org.jspecify.annotations.Nullable;

/** What happened, in a sentence for people. */
final class HistoryText {
    private HistoryText() {}

    /** The version it is about; null when it is about the component. */
    static @Nullable String versionOf(VersionEvent event) {
        return switch (event) {
            case ComponentRegistered _, ComponentPolicyChanged _, ChangelogTemplateReplaced _ -> null;
            case VersionCreated e -> e.version();
            case VersionDeprecated e -> e.version();
            case VersionEnded e -> e.version();
            case VersionYanked e -> e.version();
            case ChannelMoved e -> e.to() == null ? e.from() : e.to();
            case CompatibilityDeclared e -> e.to();
            case TestResultRecorded e -> e.to();
            case StopRequired e -> e.version();
            case StopLifted e -> e.version();
            case TagRequested e -> e.version();
            case VersionTagged e -> e.version();
            case TagFailed e -> e.version();
        };
    }

    static String of(VersionEvent event) {
        return switch (event) {
            case ComponentRegistered e -> e.component() + " was registered.";
            case ComponentPolicyChanged e ->
                "A claimed bump that is too small is now "
                        + switch (e.policy().claimedBump()) {
                            case REFUSE -> "refused.";
                            case WARN -> "warned of.";
                        };
            case ChangelogTemplateReplaced e ->
                e.template() == null ? "Changelogs look as usual again." : "The template of changelogs was replaced.";
            case VersionCreated e -> e.version() + " was created." + detected(e.detected());
            case VersionDeprecated e ->
                e.version() + " is deprecated" + from(e.from()) + ": " + Texts.sentence(e.reason())
                        + instead(e.replacement());
            case VersionEnded e ->
                e.version() + " reaches its end of life at " + e.at() + ": " + Texts.sentence(e.reason())
                        + instead(e.replacement());
            case VersionYanked e -> e.version() + " was yanked: " + Texts.sentence(e.reason());
            case ChannelMoved e -> moved(e);
            case CompatibilityDeclared e ->
                "From " + e.from() + " to " + e.to() + " is declared "
                        + e.level().word() + ": " + Texts.sentence(e.reason());
            case TestResultRecorded e ->
                "From " + e.from() + " to " + e.to() + " " + e.suite() + (e.passed() ? " passed." : " failed.");
            case StopLifted e ->
                "Upgrades need not go through " + e.version() + " any more: " + Texts.sentence(e.reason());
            case StopRequired e -> "Upgrades go through " + e.version() + ": " + Texts.sentence(e.reason());
            case TagRequested e -> "The tag " + e.tag() + " was asked for in " + e.repository() + ".";
            case VersionTagged e -> "The tag " + e.tag() + " is on " + e.commit() + " in " + e.repository() + ".";
            case TagFailed e -> "The tag " + e.tag() + " could not be made: " + Texts.sentence(e.reason());
        };
    }

    private static String moved(ChannelMoved event) {
        if (event.to() == null) {
            return event.channel() + " is empty: " + Texts.sentence(event.reason());
        }
        String from = event.from() == null ? "" : " from " + event.from();
        return event.channel() + " moved" + from + " to " + event.to() + ": " + Texts.sentence(event.reason());
    }

    private static String detected(@Nullable DetectedBump detected) {
        if (detected == null || detected.claimed() == null) {
            return "";
        }
        return " It claims " + detected.claimed().word() + "; detected "
                + detected.detected().word() + (detected.tooSmall() ? ", which is more." : ".");
    }

    private static String from(@Nullable Object from) {
        return from == null ? "" : " from " + from;
    }

    private static String instead(@Nullable String replacement) {
        return replacement == null ? "" : " Use " + replacement + " instead.";
    }
}
