package io.axiom.migration.plan;

import io.axiom.migration.source.Batches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs of a migration, kept under its digest: the log names it, and a way back must be there when the files are not.
 *
 * @param up what is run to apply it, with what keeps the data it destroys
 * @param lines of the file on which the statements of {@code up} begin; 0 for those that are in no file
 * @param down what is run to take it back; empty where there is no way back
 * @param release drops what was kept
 * @param batches how its statements go through a table; null where they do not
 * @param parts the statements of the file; empty in contents of before this was kept
 * @param takesBack how many statements of {@code up} the way back takes back, if the migration stopped half way; else 0
 */
public record MigrationContent(
        String file,
        List<String> up,
        List<Integer> lines,
        List<String> down,
        List<String> release,
        @Nullable Batches batches,
        @Nullable List<StatementContent> parts,
        int takesBack) {
    public MigrationContent {
        up = List.copyOf(up);
        lines = List.copyOf(lines);
        down = List.copyOf(down);
        release = List.copyOf(release);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    List<StatementContent> statements() {
        return parts == null ? List.of() : parts;
    }

    /** Which of the file's statements each one of {@code up} is, or keeps data for, counted from 1. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (StatementContent part : statements()) {
            numbers.addAll(Collections.nCopies(part.size(), numbers.isEmpty() ? 1 : numbers.getLast() + 1));
        }
        if (numbers.size() != up.size()) {
            // Of before this was kept: what keeps data is counted to the statement after it.
            numbers.clear();
            int number = 1;
            for (int line : lines) {
                numbers.add(number);
                number += line > 0 ? 1 : 0;
            }
        }
        return numbers;
    }
}
