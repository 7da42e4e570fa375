package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import io.axiom.language.version.GitRevision;
import io.axiom.language.version.TagCommand;
import io.axiom.language.version.TagCommand.RecordTag;
import io.axiom.language.version.TagCommand.TagVersion;
import io.axiom.language.version.TagEvent.TagFailed;
import io.axiom.language.version.TagEvent.TagRequested;
import io.axiom.language.version.TagEvent.VersionTagged;
import io.axiom.language.version.VersionEvent;
import io.axiom.runtime.aggregate.Decision;
import io.axiom.version.component.ComponentState.Registered;
import io.axiom.version.component.Tagging.Phase;
import io.axiom.version.rules.Digests;
import io.axiom.version.rules.GitRules;
import io.axiom.version.rules.TextRules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version's tag in Git: asked for here, made by a reactor, recorded here. A version has one tag in one repository. */
final class Tags {
    private static final String PREFIX = "v";

    private Tags() {}

    static Decision<VersionEvent> decide(Registered component, TagCommand command) {
        return switch (command) {
            case TagVersion tag -> request(component, tag);
            case RecordTag outcome -> record(component, outcome);
        };
    }

    private static Decision<VersionEvent> request(Registered component, TagVersion command) {
        Entry entry = Versions.require(component, command.version());
        if (entry.life().isYanked()) {
            return Decision.refuse(Refusals.yankedTarget(component.component(), entry));
        }
        GitRevision git = entry.git();
        String repository = repository(command.repository(), git);
        String tag = command.tag() == null ? prefix(git) + entry.version() : command.tag();
        GitRules.checkName("tag", tag);
        String commit = commit(command.commit(), repository, git);
        Tagging before = entry.tagging();
        if (before != null && before.phase() != Phase.FAILED) {
            boolean same = before.isOf(repository, tag) && (commit == null || commit.equals(before.commit()));
            return same
                    ? Decision.accept(List.of(), result(component, entry, tag))
                    : Decision.refuse(otherTag(component, entry, before));
        }
        return Decision.accept(
                List.of(new TagRequested(component.component(), entry.version(), repository, tag, commit)),
                result(component, entry, tag));
    }

    private static String repository(@Nullable String given, @Nullable GitRevision git) {
        String repository = given == null && git != null ? git.repository() : given;
        if (repository == null) {
            throw new RejectedException(Refusals.invalid(
                    "tag.repository-missing",
                    "repository",
                    "The version was not made from a repository, and none is given.",
                    "Give the path or URL of the repository to tag."));
        }
        GitRules.checkRepository("repository", repository);
        return repository;
    }

    private static String prefix(@Nullable GitRevision git) {
        return git == null || git.tagPrefix() == null ? PREFIX : git.tagPrefix();
    }

    private static @Nullable String commit(@Nullable String given, String repository, @Nullable GitRevision git) {
        if (given != null) {
            Digests.requireCommit("git.invalid", "commit", given);
            return given;
        }
        return git != null && git.repository().equals(repository) ? git.commit() : null;
    }

    private static Decision<VersionEvent> record(Registered component, RecordTag command) {
        Entry entry = Versions.require(component, command.version());
        Tagging before = entry.tagging();
        if (before == null || !before.isOf(command.repository(), command.tag())) {
            return Decision.refuse(new Rejection(
                    "tag.not-requested",
                    Kind.CONFLICT,
                    "The tag " + Texts.shorten(command.tag(), 100) + " was not asked for " + component.component() + " "
                            + entry.version() + " in this repository.",
                    "Ask for it first: axiom version tag " + component.component() + " " + entry.version() + ".",
                    Versions.resultOf(component, entry)));
        }
        VersionEvent event = outcome(component, entry, command);
        if (before.phase() == Phase.TAGGED) {
            return command.commit() != null && !command.commit().equals(before.commit())
                    ? Decision.refuse(otherTag(component, entry, before))
                    : Decision.accept(List.of(), result(component, entry, before.tag()));
        }
        boolean known = Evolution.apply(component, event).equals(component);
        return Decision.accept(known ? List.of() : List.of(event), result(component, entry, before.tag()));
    }

    private static VersionEvent outcome(Registered component, Entry entry, RecordTag command) {
        String commit = command.commit();
        if ((commit == null) == (command.failure() == null)) {
            throw new RejectedException(Refusals.invalid(
                    "tag.choose-one",
                    "commit",
                    "Exactly one of commit and failure is needed.",
                    "Give the tagged commit's full id, or why there is none."));
        }
        if (commit == null) {
            return new TagFailed(
                    component.component(),
                    entry.version(),
                    command.repository(),
                    command.tag(),
                    TextRules.required("failure", command.failure()));
        }
        Digests.requireCommit("git.invalid", "commit", commit);
        return new VersionTagged(component.component(), entry.version(), command.repository(), command.tag(), commit);
    }

    private static Rejection otherTag(Registered component, Entry entry, Tagging before) {
        return new Rejection(
                "tag.exists",
                Kind.CONFLICT,
                "%s %s %s the tag %s in %s."
                        .formatted(
                                component.component(),
                                entry.version(),
                                before.phase() == Phase.TAGGED ? "has" : "waits for",
                                before.tag(),
                                before.repository()),
                "A release has one tag; make another in Git by hand if it is needed.",
                Versions.resultOf(component, entry));
    }

    private static Map<String, String> result(Registered component, Entry entry, String tag) {
        return Map.of("component", component.component(), "version", entry.version(), "tag", tag);
    }
}
