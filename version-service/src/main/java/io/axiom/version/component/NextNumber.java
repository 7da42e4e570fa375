package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import io.axiom.language.version.Bump;
import io.axiom.language.version.VersionCommand.CreateVersion;
import io.axiom.semver.IdentifierBase;
import io.axiom.semver.Increment;
import io.axiom.semver.SemanticVersion;
import io.axiom.semver.VersionFormatException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out the number a {@link CreateVersion} asks for, either said or counted from the highest so far. */
final class NextNumber {
    static final int LONGEST = 256;
    private static final SemanticVersion START = SemanticVersion.of(0, 0, 0);
    private static final int SHOWN = 80;

    private NextNumber() {}

    /** @param detected what {@code auto} counts by */
    static SemanticVersion of(CreateVersion command, Numbers versions, Bump detected) {
        requireOne(command);
        String version = command.version();
        if (version != null) {
            return explicit(version, command.prerelease());
        }
        return isAuto(command)
                ? automatic(detected, command.prerelease(), versions)
                : counted(String.valueOf(command.increment()), command.prerelease(), versions);
    }

    static boolean isAuto(CreateVersion command) {
        return command.version() == null && CreateVersion.AUTO.equals(command.increment());
    }

    private static void requireOne(CreateVersion command) {
        String version = command.version();
        if ((version == null) != (command.increment() == null)) {
            return;
        }
        throw refused(
                "version.choose-one",
                "version",
                version == null
                        ? "Neither a version nor an increment is given."
                        : "Both a version and an increment are given.",
                "Give one of them: a version such as 1.2.0, or an increment such as minor.");
    }

    static SemanticVersion parse(String version) {
        String next = "Write it as semver.org says, for example 1.2.0 or 1.2.0-beta.1.";
        if (version.length() > LONGEST) {
            throw refused(
                    "version.invalid",
                    "version",
                    "The version has " + version.length() + " characters.",
                    "Use at most " + LONGEST + ".");
        }
        try {
            return SemanticVersion.parse(version);
        } catch (VersionFormatException e) {
            throw refused("version.invalid", "version", e.getMessage() + ".", next);
        }
    }

    private static SemanticVersion explicit(String version, @Nullable String prerelease) {
        if (prerelease != null) {
            throw refused(
                    "version.prerelease-unused",
                    "prerelease",
                    "A prerelease identifier goes with an increment, not with a version.",
                    "Write it into the version: 1.2.0-" + Texts.shorten(prerelease, SHOWN) + ".0.");
        }
        return parse(version);
    }

    private static SemanticVersion counted(String word, @Nullable String prerelease, Numbers versions) {
        return next(incrementOf(word, prerelease), prerelease, versions);
    }

    /** Counts on within a prerelease that is far enough from the last release, else starts the next number. */
    private static SemanticVersion automatic(Bump detected, @Nullable String prerelease, Numbers versions) {
        Increment increment = detected.increment()
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "version.nothing-to-release",
                        Rejection.Kind.UNPROCESSABLE,
                        "Nothing since the last release asks for a new version.",
                        "Say the version or an increment to make one anyway.")));
        if (prerelease == null) {
            return next(increment, null, versions);
        }
        SemanticVersion released = versions.highest(Lineages::isRelease)
                .map(entry -> SemanticVersion.parse(entry.version()))
                .orElse(START);
        boolean carriesOn = versions.highest()
                .filter(SemanticVersion::isPrerelease)
                .filter(highest -> Bump.between(released, highest).compareTo(detected) >= 0)
                .isPresent();
        Increment leading = switch (detected) {
            case MAJOR -> Increment.PREMAJOR;
            case MINOR -> Increment.PREMINOR;
            case PATCH, NONE -> Increment.PREPATCH;
        };
        return next(carriesOn ? Increment.PRERELEASE : leading, prerelease, versions);
    }

    private static Increment incrementOf(String word, @Nullable String prerelease) {
        Increment increment = Increment.ofWord(word)
                .orElseThrow(() -> refused(
                        "version.increment-unknown",
                        "increment",
                        "There is no increment \"" + Texts.shorten(word, SHOWN) + "\".",
                        "Use one of " + words() + "."));
        if (prerelease != null && !increment.leadsToPrerelease()) {
            throw refused(
                    "version.prerelease-unused",
                    "prerelease",
                    "The increment " + word + " makes no prerelease.",
                    "Use premajor, preminor, prepatch or prerelease, or leave the identifier out.");
        }
        return increment;
    }

    private static SemanticVersion next(Increment increment, @Nullable String prerelease, Numbers versions) {
        try {
            String identifier = prerelease == null ? "" : prerelease;
            SemanticVersion next =
                    versions.highest().orElse(START).increment(increment, identifier, IdentifierBase.ZERO);
            return parse(next.toString());
        } catch (VersionFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw refused(
                    "version.increment-impossible",
                    prerelease == null ? "increment" : "prerelease",
                    e.getMessage() + ".",
                    "Use another increment or identifier, or say the version.");
        }
    }

    private static String words() {
        return Arrays.stream(Increment.values()).map(Increment::word).collect(Collectors.joining(", ")) + ", "
                + CreateVersion.AUTO;
    }

    private static RejectedException refused(String code, String field, @Nullable String detail, String next) {
        return new RejectedException(Refusals.invalid(code, field, String.valueOf(detail), next));
    }
}
