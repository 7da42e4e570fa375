package io.axiom.version.component;

import io.axiom.language.Names;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.version.ChannelCommand.MoveChannel;
import io.axiom.language.version.ChannelEvent.ChannelMoved;
import io.axiom.language.version.VersionEvent;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.semver.SemanticVersion;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.rules.TextRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Channels: {@code latest} and {@code stable} follow the highest release, a channel named like a prerelease's first identifier
 * follows those, and any channel moves where it is told to. None points to a version that is yanked or has ended.
 */
final class ChannelMoves {
    private static final String STABLE = "stable";
    private static final List<String> OF_RELEASES = List.of("latest", STABLE);
    private static final int MOST = 100;

    private ChannelMoves() {}

    static Decision<VersionEvent> move(Registered component, MoveChannel command, Instant now) {
        String reason = TextRules.required("reason", command.reason());
        Entry entry = Versions.require(component, command.version());
        if (entry.life().isYanked()) {
            return Decision.refuse(Refusals.yankedTarget(component.component(), entry));
        }
        if (!entry.life().isUsable(now)) {
            return Decision.refuse(Refusals.ended(component.component(), entry));
        }
        List<VersionEvent> moves = new ArrayList<>();
        move(component, command.channel(), entry, reason).ifPresent(moves::add);
        return Decision.accept(
                moves,
                Map.of(
                        "component", component.component(),
                        "channel", command.channel(),
                        "version", entry.version()));
    }

    private static Optional<ChannelMoved> move(Registered component, String channel, Entry to, String reason) {
        Names.require("channel", channel);
        if (channel.equals(STABLE) && SemanticVersion.parse(to.version()).isPrerelease()) {
            throw new RejectedException(Refusals.invalid(
                    "channel.needs-release",
                    "version",
                    "The channel stable points to releases only, and " + to.version() + " is a prerelease.",
                    "Name a release, or use another channel."));
        }
        String from = component.channels().get(channel);
        if (from == null && component.channels().size() >= MOST) {
            throw new RejectedException(new Rejection(
                    "channel.too-many",
                    Rejection.Kind.CONFLICT,
                    component.component() + " has " + MOST + " channels already.",
                    "Use one that exists."));
        }
        return to.version().equals(from)
                ? Optional.empty()
                : Optional.of(new ChannelMoved(component.component(), channel, from, to.version(), reason));
    }

    /**
     * @param component with the new version
     * @param asked the channel its creator named
     */
    static List<ChannelMoved> afterCreation(
            Registered component, SemanticVersion version, @Nullable String asked, Instant now) {
        Entry entry = Versions.require(component, version.toString());
        List<ChannelMoved> moves = new ArrayList<>();
        for (String channel : followers(component, version, now)) {
            if (!channel.equals(asked)) {
                move(component, channel, entry, version + " is the highest of its kind")
                        .ifPresent(moves::add);
            }
        }
        if (asked != null) {
            move(component, asked, entry, "Created for it").ifPresent(moves::add);
        }
        return moves;
    }

    private static List<String> followers(Registered component, SemanticVersion version, Instant now) {
        if (!version.isPrerelease()) {
            return isHighest(component, version, release(now)) ? OF_RELEASES : List.of();
        }
        String identifier = version.prereleaseIdentifiers().getFirst();
        boolean follows = isName(identifier)
                && !OF_RELEASES.contains(identifier)
                && (component.channels().containsKey(identifier)
                        || component.channels().size() < MOST)
                && isHighest(component, version, identified(identifier, now));
        return follows ? List.of(identifier) : List.of();
    }

    private static boolean isName(String identifier) {
        return Names.isValid(identifier) && !identifier.chars().allMatch(Character::isDigit);
    }

    private static boolean isHighest(
            Registered component, SemanticVersion version, BiPredicate<SemanticVersion, Entry> kind) {
        return component
                .versions()
                .highest(kind)
                .map(entry -> SemanticVersion.parse(entry.version()).compareTo(version) <= 0)
                .orElse(true);
    }

    /**
     * Moves every channel off a version that can no longer be used, to the highest of the channel's kind that can.
     *
     * @param component with the version retired
     */
    static List<ChannelMoved> afterRetirement(Registered component, String version, String reason, Instant now) {
        List<ChannelMoved> moves = new ArrayList<>();
        component.channels().forEach((channel, target) -> {
            if (target.equals(version)) {
                String to = component
                        .versions()
                        .highest(kindOf(channel, SemanticVersion.parse(version), now))
                        .map(Entry::version)
                        .orElse(null);
                moves.add(new ChannelMoved(component.component(), channel, version, to, reason));
            }
        });
        return moves;
    }

    private static BiPredicate<SemanticVersion, Entry> kindOf(String channel, SemanticVersion target, Instant now) {
        if (OF_RELEASES.contains(channel) || !target.isPrerelease()) {
            return release(now);
        }
        String identifier = target.prereleaseIdentifiers().getFirst();
        return channel.equals(identifier)
                ? identified(identifier, now)
                : (_, entry) -> entry.life().isUsable(now);
    }

    private static BiPredicate<SemanticVersion, Entry> release(Instant now) {
        return (number, entry) -> !number.isPrerelease() && entry.life().isUsable(now);
    }

    private static BiPredicate<SemanticVersion, Entry> identified(String identifier, Instant now) {
        return (number, entry) -> number.isPrerelease()
                && number.prereleaseIdentifiers().getFirst().equals(identifier)
                && entry.life().isUsable(now);
    }
}
