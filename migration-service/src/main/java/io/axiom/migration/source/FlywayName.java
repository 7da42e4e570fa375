package io.axiom.migration.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file's name says in a Flyway folder.
 *
 * @param version empty for repeatable ones
 */
record FlywayName(Kind kind, @Nullable MigrationVersion version, String description) {
    /** By prefix. */
    enum Kind {
        VERSIONED,
        UNDO,
        REPEATABLE
    }

    /** Reads a name; empty where the file is none of a migration, such as a callback or a note. */
    static Optional<FlywayName> read(String file, FlywayNaming naming) {
        return naming.suffixes().stream()
                .filter(file::endsWith)
                .findFirst()
                .flatMap(suffix -> stem(file, file.substring(0, file.length() - suffix.length()), naming));
    }

    private static Optional<FlywayName> stem(String file, String stem, FlywayNaming naming) {
        if (stem.startsWith(naming.repeatable() + naming.separator())) {
            String description = stem.substring(
                    naming.repeatable().length() + naming.separator().length());
            return Optional.of(new FlywayName(Kind.REPEATABLE, null, words(description)));
        }
        if (startsVersioned(stem, naming.versioned(), naming)) {
            return Optional.of(versioned(
                    file, Kind.VERSIONED, stem.substring(naming.versioned().length()), naming));
        }
        if (!naming.undo().isEmpty() && startsVersioned(stem, naming.undo(), naming)) {
            return Optional.of(
                    versioned(file, Kind.UNDO, stem.substring(naming.undo().length()), naming));
        }
        return Optional.empty();
    }

    /** A version starts with a digit; a file {@code Vendors.sql} is no migration, one {@code V__x.sql} a broken one. */
    private static boolean startsVersioned(String stem, String prefix, FlywayNaming naming) {
        boolean digit = stem.length() > prefix.length() && Character.isDigit(stem.charAt(prefix.length()));
        return stem.startsWith(prefix) && (digit || stem.startsWith(naming.separator(), prefix.length()));
    }

    private static FlywayName versioned(String file, Kind kind, String rest, FlywayNaming naming) {
        int at = rest.indexOf(naming.separator());
        String version = at < 0 ? rest : rest.substring(0, at);
        MigrationVersion parsed = new MigrationVersion(version);
        if (!MigrationVersion.isValid(version) || !parsed.isNumeric()) {
            throw Refusals.inFile(
                    "version",
                    file,
                    1,
                    "'" + Refusals.quote(version) + "' in the file's name is not a version.",
                    "Name it " + naming.versioned() + "1.2" + naming.separator() + "description"
                            + naming.suffixes().getFirst() + ": numbers, with '.' or '_' between them.");
        }
        return new FlywayName(
                kind,
                parsed,
                at < 0 ? "" : words(rest.substring(at + naming.separator().length())));
    }

    private static String words(String description) {
        return description.replace('_', ' ').strip();
    }
}
