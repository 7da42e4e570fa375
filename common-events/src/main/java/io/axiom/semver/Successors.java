package io.axiom.semver;

import java.util.ArrayList;
import java.util.List;

/** The next version of each kind, by node-semver's rules. Build metadata is never carried over. */
final class Successors {
    private Successors() {}

    static SemanticVersion next(SemanticVersion from, Increment kind, String identifier, IdentifierBase base) {
        if (kind.leadsToPrerelease()) {
            requireIdentifier(identifier, base);
        }
        return switch (kind) {
            case MAJOR -> majorOf(from);
            case MINOR -> minorOf(from);
            case PATCH -> patchOf(from);
            case RELEASE -> releaseOf(from);
            case PREMAJOR -> first(SemanticVersion.of(Digits.next(from.majorDigits()), "0", "0", ""), identifier, base);
            case PREMINOR ->
                first(
                        SemanticVersion.of(from.majorDigits(), Digits.next(from.minorDigits()), "0", ""),
                        identifier,
                        base);
            case PREPATCH -> first(nextPatch(from), identifier, base);
            case PRERELEASE ->
                from.isPrerelease() ? nextPrerelease(from, identifier, base) : first(nextPatch(from), identifier, base);
        };
    }

    /** The lowest version higher than {@code version}; it exists because a longer prerelease is higher. */
    static SemanticVersion immediate(SemanticVersion version) {
        return version.isPrerelease()
                ? withPrerelease(version, version.prerelease() + ".0")
                : withPrerelease(nextPatch(version), "0");
    }

    static SemanticVersion nextPatch(SemanticVersion version) {
        return SemanticVersion.of(version.majorDigits(), version.minorDigits(), Digits.next(version.patchDigits()), "");
    }

    static SemanticVersion withPrerelease(SemanticVersion version, String prerelease) {
        return SemanticVersion.of(version.majorDigits(), version.minorDigits(), version.patchDigits(), prerelease);
    }

    // 2.0.0-rc.1 already stands for the next major, so its major is 2.0.0.
    private static SemanticVersion majorOf(SemanticVersion from) {
        boolean leadsToMajor = from.isPrerelease()
                && from.minorDigits().equals("0")
                && from.patchDigits().equals("0");
        return leadsToMajor ? from.release() : SemanticVersion.of(Digits.next(from.majorDigits()), "0", "0", "");
    }

    private static SemanticVersion minorOf(SemanticVersion from) {
        boolean leadsToMinor = from.isPrerelease() && from.patchDigits().equals("0");
        return leadsToMinor
                ? from.release()
                : SemanticVersion.of(from.majorDigits(), Digits.next(from.minorDigits()), "0", "");
    }

    private static SemanticVersion patchOf(SemanticVersion from) {
        return from.isPrerelease() ? from.release() : nextPatch(from);
    }

    private static SemanticVersion releaseOf(SemanticVersion from) {
        if (!from.isPrerelease()) {
            throw new IllegalArgumentException(from + " is a release already");
        }
        return from.release();
    }

    private static SemanticVersion first(SemanticVersion release, String identifier, IdentifierBase base) {
        return withPrerelease(release, join(identifier, base));
    }

    private static SemanticVersion nextPrerelease(SemanticVersion from, String identifier, IdentifierBase base) {
        List<String> identifiers = new ArrayList<>(from.prereleaseIdentifiers());
        String next;
        if (identifier.isEmpty() || continues(identifiers, identifier)) {
            next = raiseLastNumber(identifiers) ? String.join(".", identifiers) : join(from.prerelease(), base);
        } else {
            next = join(identifier, base);
        }
        if (next.equals(from.prerelease())) {
            throw new IllegalArgumentException(
                    "There is no next prerelease of " + from + " with the identifier " + identifier + " and no number");
        }
        return withPrerelease(from, next);
    }

    /** Whether the prerelease is of that identifier and counts: {@code beta.3} for {@code beta}. */
    private static boolean continues(List<String> identifiers, String identifier) {
        List<String> wanted = List.of(identifier.split("\\.", -1));
        return identifiers.size() > wanted.size()
                && identifiers.subList(0, wanted.size()).equals(wanted)
                && Identifiers.isNumeric(identifiers.get(wanted.size()));
    }

    private static boolean raiseLastNumber(List<String> identifiers) {
        for (int i = identifiers.size() - 1; i >= 0; i--) {
            if (Identifiers.isNumeric(identifiers.get(i))) {
                identifiers.set(i, Digits.next(identifiers.get(i)));
                return true;
            }
        }
        return false;
    }

    private static String join(String identifier, IdentifierBase base) {
        if (identifier.isEmpty() || base == IdentifierBase.NONE) {
            return identifier + base.digits();
        }
        return identifier + '.' + base.digits();
    }

    private static void requireIdentifier(String identifier, IdentifierBase base) {
        if (identifier.isEmpty() && base == IdentifierBase.NONE) {
            throw new IllegalArgumentException("A prerelease needs an identifier or a number");
        }
        if (!identifier.isEmpty() && !Identifiers.areValid(identifier)) {
            throw new IllegalArgumentException(
                    "A prerelease identifier has letters, digits, hyphens and dots, and no leading zeros");
        }
    }
}
