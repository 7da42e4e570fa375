package io.axiom.migration.source;

import java.util.Locale;
import java.util.Optional;

/** Reads a file of Axiom's own form: front matter, then sections. */
final class SectionedFile {
    private static final int LONGEST_ID = 100;

    private SectionedFile() {}

    /** Whether the file is of this form rather than Flyway's: it has a front matter or a section's marker. */
    static boolean recognises(SourceFile file) {
        return FrontMatterReader.read(file.name(), file.text()).present()
                || Sections.read(file.name(), file.text(), 0, 1).marked();
    }

    static Migration read(SourceFile file) {
        FrontMatter front = FrontMatterReader.read(file.name(), file.text());
        Sections sections = Sections.read(file.name(), file.text(), front.bodyAt(), front.bodyLine());
        String stem = file.name().toLowerCase(Locale.ROOT).endsWith(".sql")
                ? file.name().substring(0, file.name().length() - 4)
                : file.name();
        String id = front.id().orElse(stem);
        requireId(file.name(), id);
        String version = front.version()
                .or(() -> leadingVersion(stem))
                .orElseThrow(
                        () -> Refusals.inFile(
                                "version",
                                file.name(),
                                1,
                                "the migration has no version.",
                                "Say 'version: 1.2' in the front matter, or start the file's name with it: 001_create_orders.sql."));
        requireVersion(file.name(), version);
        return new Migration(
                id,
                new MigrationVersion(version),
                front.name().orElse(stem.replace('_', ' ')),
                front.type(),
                front.depends(),
                front.transactional(),
                false,
                sections.up(),
                sections.down(),
                front.batches(),
                file.name());
    }

    private static Optional<String> leadingVersion(String stem) {
        int end = 0;
        while (end < stem.length() && (Character.isDigit(stem.charAt(end)) || stem.charAt(end) == '.')) {
            end++;
        }
        return end == 0 ? Optional.empty() : Optional.of(stem.substring(0, end)).map(SectionedFile::withoutPoint);
    }

    private static String withoutPoint(String version) {
        return version.endsWith(".") ? version.substring(0, version.length() - 1) : version;
    }

    private static void requireVersion(String file, String version) {
        if (!MigrationVersion.isValid(version)) {
            throw Refusals.inFile(
                    "version",
                    file,
                    1,
                    "'" + Refusals.quote(version) + "' is not a version.",
                    "Start with a digit and use letters, digits, '.', '_', '-' and '+', at most "
                            + MigrationVersion.LONGEST + ".");
        }
    }

    private static void requireId(String file, String id) {
        boolean plain = !id.isBlank()
                && id.length() <= LONGEST_ID
                && id.chars().noneMatch(c -> c == ',' || c == '[' || c == ']' || Character.isISOControl(c));
        if (!plain) {
            throw Refusals.inFile(
                    "id",
                    file,
                    1,
                    "'" + Refusals.quote(id) + "' cannot be an id.",
                    "Use at most " + LONGEST_ID + " characters, no comma and no brackets.");
        }
    }
}
