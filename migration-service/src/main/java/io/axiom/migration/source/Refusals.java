package io.axiom.migration.source;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Rejection.Kind;
import io.axiom.language.Texts;
import java.util.Map;

/** The refusals of this package: codes {@code migration.source.*}. */
final class Refusals {
    private static final int LONGEST_QUOTE = 80;

    private Refusals() {}

    static RejectedException invalid(String code, String detail, String next) {
        return new RejectedException(new Rejection("migration.source." + code, Kind.INVALID, detail, next));
    }

    static RejectedException inFile(String code, String file, int line, String detail, String next) {
        return new RejectedException(new Rejection(
                "migration.source." + code,
                Kind.INVALID,
                quote(file) + ":" + line + ": " + detail,
                next,
                Map.of("file", quote(file), "line", Integer.toString(line))));
    }

    static RejectedException tooLarge(String file, long bytes, long most) {
        return new RejectedException(new Rejection(
                "migration.source.too-large",
                Kind.TOO_LARGE,
                quote(file) + " has " + bytes + " bytes; a migration may have " + most + ".",
                "Split it, or load rows with a data migration or the database's own tools."));
    }

    static RejectedException tooLargeInAll(String folder, long most) {
        return new RejectedException(new Rejection(
                "migration.source.too-large",
                Kind.TOO_LARGE,
                "'" + folder + "' holds more than " + most + " bytes of SQL.",
                "Name the directory that holds the migrations, or load rows with the database's own tools."));
    }

    static RejectedException notInCommit(String path) {
        return invalid(
                "unreadable",
                "There is no '" + quote(path) + "' in that commit.",
                "Name the folder from the repository's top, or a revision that has it.");
    }

    static RejectedException link(String path) {
        return invalid(
                "link",
                "'" + quote(path) + "' is a symbolic link, which is not followed.",
                "Name what it leads to, or commit the file itself.");
    }

    static RejectedException submodule(String path) {
        return invalid(
                "submodule",
                "'" + quote(path) + "' is a submodule: its files are in another repository.",
                "Give that repository as the source, or a folder without submodules.");
    }

    static RejectedException notThere(String path) {
        return invalid(
                "not-there",
                "The repository does not hold what is in '" + quote(path) + "': it is a partial clone, or damaged.",
                "Give the repository it was cloned from; git fsck finds damage.");
    }

    /** Text of others, cut to what a line can hold and without control characters. */
    static String quote(String text) {
        String cut = Texts.shorten(text, LONGEST_QUOTE + 1);
        StringBuilder clean = new StringBuilder(cut.length());
        cut.chars().forEach(c -> clean.append(Character.isISOControl(c) ? '?' : (char) c));
        return clean.toString();
    }
}
