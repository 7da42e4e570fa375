package io.axiom.version.component;

import io.axiom.language.version.ChannelEvent.ChannelMoved;
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
import io.axiom.language.version.VersionView.Status;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.component.Tagging.Phase;
import java.util.List;
import java.util.Objects;

/** What each event makes of a component. */
final class Evolution {
    private Evolution() {}

    static ComponentState evolve(ComponentState state, VersionEvent event) {
        if (event instanceof ComponentRegistered registered) {
            return Registered.of(registered.component(), registered.description());
        }
        if (state instanceof Registered component) {
            return apply(component, event);
        }
        throw new IllegalStateException("A component's first event is its registration");
    }

    static Registered apply(Registered component, VersionEvent event) {
        return switch (event) {
            case ComponentRegistered _ -> component;
            case ComponentPolicyChanged e -> component.with(e.policy());
            case ChangelogTemplateReplaced _ -> component;
            case VersionCreated e ->
                component.with(component
                        .versions()
                        .with(Entry.created(
                                e.version(), Objects.requireNonNullElse(e.surfaces(), List.of()), e.git())));
            case VersionDeprecated e ->
                component.changed(
                        e.version(),
                        entry -> entry.with(new Life(Status.DEPRECATED, e.reason(), e.replacement(), e.from())));
            case VersionEnded e ->
                component.changed(
                        e.version(), entry -> entry.with(new Life(Status.ENDED, e.reason(), e.replacement(), e.at())));
            case VersionYanked e ->
                component.changed(e.version(), entry -> entry.with(new Life(Status.YANKED, e.reason(), null, null)));
            case ChannelMoved e -> component.withChannel(e.channel(), e.to());
            case CompatibilityDeclared e -> component.with(e);
            case TestResultRecorded _ -> component;
            case StopRequired e -> component.changed(e.version(), Entry::stop);
            case StopLifted e -> component.changed(e.version(), Entry::noStop);
            case TagRequested e ->
                tagged(component, e.version(), new Tagging(Phase.REQUESTED, e.repository(), e.tag(), e.commit(), null));
            case VersionTagged e ->
                tagged(component, e.version(), new Tagging(Phase.TAGGED, e.repository(), e.tag(), e.commit(), null));
            case TagFailed e ->
                tagged(component, e.version(), new Tagging(Phase.FAILED, e.repository(), e.tag(), null, e.reason()));
        };
    }

    private static Registered tagged(Registered component, String version, Tagging tagging) {
        return component.changed(version, entry -> entry.with(tagging));
    }
}
