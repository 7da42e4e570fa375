package io.axiom.migration.sql.syntax;

import io.axiom.migration.sql.TokenKind;
import java.util.Locale;

/**
 * A name of one part.
 *
 * @param value as the database compares it: lower case where it is not quoted
 * @param quoted whether it stands in quotes, backticks or brackets
 * @param offset in the script
 */
public record Name(String value, boolean quoted, int offset) {
    public static Name of(Token token) {
        if (token.kind() == TokenKind.WORD) {
            return new Name(token.text().toLowerCase(Locale.ROOT), false, token.offset());
        }
        String text = token.text().startsWith("U&") || token.text().startsWith("u&")
                ? token.text().substring(2)
                : token.text();
        String quote = text.substring(text.length() - 1);
        return new Name(text.substring(1, text.length() - 1).replace(quote + quote, quote), true, token.offset());
    }

    public boolean same(Name other) {
        return value.equals(other.value);
    }
}
