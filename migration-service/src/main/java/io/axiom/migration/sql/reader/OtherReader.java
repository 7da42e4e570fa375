package io.axiom.migration.sql.reader;

import io.axiom.language.Texts;
import io.axiom.migration.sql.syntax.Definition;
import io.axiom.migration.sql.syntax.QualifiedName;
import io.axiom.migration.sql.syntax.Statement;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads statements whose first words are all that matters here. */
final class OtherReader {
    /** They change no table's structure or rows by themselves. */
    private static final Set<String> KNOWN = Set.of(
            "comment",
            "grant",
            "revoke",
            "security",
            "notify",
            "listen",
            "unlisten",
            "discard",
            "explain",
            "show",
            "checkpoint",
            "load",
            "reassign",
            "deallocate",
            "close",
            "declare",
            "fetch",
            "move",
            "use",
            "describe",
            "desc",
            "flush",
            "attach",
            "detach",
            "optimize",
            "rename",
            "unlock",
            "lock",
            "vacuum",
            "reindex",
            "analyze",
            "import",
            "xa",
            "kill",
            "check",
            "repair",
            "handler");

    private OtherReader() {}

    static Statement read(Cursor cursor, String verb) {
        if (!KNOWN.contains(verb)) {
            String why = Set.of("do", "call", "execute", "prepare", "exec").contains(verb)
                    ? verb.toUpperCase(Locale.ROOT) + " runs code that is not read here"
                    : "'" + Texts.shorten(verb, 41) + "' starts no statement known here";
            throw new NotUnderstood(why, 0);
        }
        String object = cursor.peek().isName() ? cursor.peek().text().toLowerCase(Locale.ROOT) : "";
        boolean comment = verb.equals("comment") && cursor.at("on", "table") && cursor.take("on", "table");
        @Nullable QualifiedName table = comment ? cursor.path() : null;
        return new Definition.Other(verb, object, table);
    }
}
