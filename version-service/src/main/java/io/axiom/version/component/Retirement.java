package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.language.version.VersionCommand.DeprecateVersion;
import io.axiom.language.version.VersionCommand.EndVersion;
import io.axiom.language.version.VersionCommand.YankVersion;
import io.axiom.language.version.VersionEvent;
import io.axiom.language.version.VersionEvent.VersionDeprecated;
import io.axiom.language.version.VersionEvent.VersionEnded;
import io.axiom.language.version.VersionEvent.VersionYanked;
import io.axiom.language.version.VersionView.Status;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.rules.DateRules;
import io.axiom.version.rules.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How versions go: deprecated, then ended, or yanked at any time. None comes back. */
final class Retirement {
    private Retirement() {}

    static Decision<VersionEvent> deprecate(Registered component, DeprecateVersion command, Instant now) {
        String reason = TextRules.required("reason", command.reason());
        DateRules.check("from", command.from(), now);
        Entry entry = usable(component, command.version());
        if (entry.life().isEnded()) {
            return Decision.refuse(Refusals.ended(component.component(), entry));
        }
        String replacement = replacement(component, entry, command.replacement(), now);
        VersionDeprecated event =
                new VersionDeprecated(component.component(), entry.version(), replacement, reason, command.from());
        return decided(component, entry, event, now);
    }

    static Decision<VersionEvent> end(Registered component, EndVersion command, Instant now) {
        String reason = TextRules.required("reason", command.reason());
        DateRules.check("at", command.at(), now);
        Entry entry = usable(component, command.version());
        String replacement = replacement(component, entry, command.replacement(), now);
        Instant since = entry.life().since();
        boolean hasCome = entry.life().isEnded() && !entry.life().isUsable(now);
        Instant asked = command.at();
        if (hasCome && asked == null) {
            return Decision.accept(List.of(), Versions.resultOf(component, entry));
        }
        if (hasCome && asked != null && !asked.equals(since)) {
            return Decision.refuse(Refusals.ended(component.component(), entry));
        }
        Instant at = asked == null ? now : asked;
        if (asked != null && entry.life().status() == Status.DEPRECATED && since != null && at.isBefore(since)) {
            return Decision.refuse(Refusals.invalid(
                    "version.date-invalid",
                    "at",
                    "It would end before it is deprecated, which is from " + since + ".",
                    "Name a later day, or none to end it now."));
        }
        return decided(
                component,
                entry,
                new VersionEnded(component.component(), entry.version(), at, replacement, reason),
                now);
    }

    static Decision<VersionEvent> yank(Registered component, YankVersion command, Instant now) {
        String reason = TextRules.required("reason", command.reason());
        Entry entry = Versions.require(component, command.version());
        return entry.life().isYanked()
                ? Decision.accept(List.of(), Versions.resultOf(component, entry))
                : decided(component, entry, new VersionYanked(component.component(), entry.version(), reason), now);
    }

    /** The event, and what it does to channels; nothing when all that is so already. */
    private static Decision<VersionEvent> decided(Registered component, Entry entry, VersionEvent event, Instant now) {
        Registered retired = Evolution.apply(component, event);
        Entry after = Versions.require(retired, entry.version());
        List<VersionEvent> events = new ArrayList<>();
        if (!after.equals(entry)) {
            events.add(event);
            if (!after.life().isUsable(now)) {
                String why = entry.version() + (after.life().isYanked() ? " was yanked" : " has ended");
                events.addAll(ChannelMoves.afterRetirement(retired, entry.version(), why, now));
            }
        }
        return Decision.accept(events, Versions.resultOf(component, entry));
    }

    private static Entry usable(Registered component, String version) {
        Entry entry = Versions.require(component, version);
        if (entry.life().isYanked()) {
            throw new RejectedException(Refusals.numberYanked(component.component(), entry));
        }
        return entry;
    }

    private static @Nullable String replacement(
            Registered component, Entry retired, @Nullable String replacement, Instant now) {
        if (replacement == null) {
            return null;
        }
        Entry entry = Versions.require(component, replacement);
        if (!entry.life().isUsable(now) || entry.version().equals(retired.version())) {
            throw new RejectedException(Refusals.invalid(
                    "version.replacement-invalid",
                    "replacement",
                    entry.version().equals(retired.version())
                            ? "A version cannot replace itself."
                            : "The replacement " + entry.version()
                                    + (entry.life().isYanked() ? " is yanked." : " has ended."),
                    "Name a version that can be used, or none."));
        }
        return entry.version();
    }
}
