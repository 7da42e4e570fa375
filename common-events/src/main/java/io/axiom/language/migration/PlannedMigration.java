package io.axiom.language.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One migration of a plan.
 *
 * @param migrationId unique in its source
 * @param version null for repeatable ones
 * @param type {@code schema} or {@code data}
 * @param checksum of its text, see docs/migrations.md
 * @param statements how many it has
 * @param transactional whether all of them run in one transaction
 * @param grade of its way back
 * @param proven whether the way back was gone on a scratch database and found to be one
 * @param reasons of grade and proof, in words
 * @param findings of the linter
 * @param locks strongest locks expected, in words
 * @param content digest under which its statements and its way back are kept
 */
public record PlannedMigration(
        String migrationId,
        @Nullable String version,
        String name,
        String type,
        String checksum,
        int statements,
        boolean transactional,
        WayBackGrade grade,
        boolean proven,
        List<String> reasons,
        List<LintFinding> findings,
        List<String> locks,
        String content) {

    /** The same as it is taken back: what was found before it ran no longer matters. */
    public PlannedMigration back(
            int statements, WayBackGrade grade, boolean proven, List<String> reasons, String content) {
        return new PlannedMigration(
                migrationId,
                version,
                name,
                type,
                checksum,
                statements,
                transactional,
                grade,
                proven,
                reasons,
                List.of(),
                List.of(),
                content);
    }
}
