package io.axiom.migration.source;

import io.axiom.migration.source.Migration.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about its migration before its SQL.
 *
 * @param bodyAt offset of the text after it
 * @param bodyLine line of the file the body starts on
 */
record FrontMatter(
        Optional<String> id,
        Optional<String> version,
        Optional<String> name,
        List<String> depends,
        Type type,
        boolean transactional,
        @Nullable Batches batches,
        boolean present,
        int bodyAt,
        int bodyLine) {

    static final FrontMatter ABSENT = new FrontMatter(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Type.SCHEMA, true, null, false, 0, 1);
}
