package io.axiom.migration.plan;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;

/** Why a source does not do. */
final class SourceRefusals {
    private SourceRefusals() {}

    static RejectedException notInSource(String databaseId, String migration) {
        return new RejectedException(new Rejection(
                "migration.not-in-source",
                Rejection.Kind.NOT_FOUND,
                "The source has no migration \"" + Texts.shorten(migration, 80) + "\".",
                "Give the source that \"" + databaseId + "\" is migrated from."));
    }
}
