package io.axiom.version.surface.protobuf.syntax;

import io.axiom.language.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A quoted string with its escapes undone.
 *
 * @param bytes the bytes it stands for, one character each
 * @param end index after the closing quote
 */
record StringLiteral(String bytes, int end) {

    static StringLiteral read(String text, int start, Function<String, RejectedException> error) {
        return new Reader(text, start, error).read();
    }

    private static final class Reader {
        private final String text;
        private final char quote;
        private final Function<String, RejectedException> error;
        private final StringBuilder bytes = new StringBuilder();
        private int at;

        Reader(String text, int start, Function<String, RejectedException> error) {
            this.text = text;
            this.quote = text.charAt(start);
            this.at = start + 1;
            this.error = error;
        }

        StringLiteral read() {
            while (true) {
                char c = take();
                if (c == quote) {
                    return new StringLiteral(bytes.toString(), at);
                }
                if (c == '\n' || c == '\0') {
                    throw error.apply("a string that does not end on its line");
                }
                if (c == '\\') {
                    escape();
                } else {
                    plain(c);
                }
            }
        }

        private void plain(char c) {
            if (c < 0x80) {
                bytes.append(c);
            } else if (Character.isHighSurrogate(c) && Character.isLowSurrogate(peek())) {
                codePoint(Character.toCodePoint(c, take()));
            } else {
                codePoint(c);
            }
        }

        private void escape() {
            char c = take();
            switch (c) {
                case 'a' -> bytes.append('\u0007');
                case 'b' -> bytes.append('\b');
                case 'f' -> bytes.append('\f');
                case 'n' -> bytes.append('\n');
                case 'r' -> bytes.append('\r');
                case 't' -> bytes.append('\t');
                case 'v' -> bytes.append('\u000B');
                case '\\', '\'', '"', '?' -> bytes.append(c);
                case 'x', 'X' -> bytes.append((char) digits(16, 1, 2));
                case 'u' -> codePoint(digits(16, 4, 4));
                case 'U' -> codePoint(digits(16, 8, 8));
                default -> {
                    if (Character.digit(c, 8) < 0 || c > '7') {
                        throw error.apply("an unknown escape in a string");
                    }
                    at--;
                    bytes.append((char) (digits(8, 1, 3) & 0xFF));
                }
            }
        }

        private int digits(int radix, int least, int most) {
            int value = 0;
            int count = 0;
            while (count < most && peek() < 0x80 && Character.digit(peek(), radix) >= 0) {
                value = value * radix + Character.digit(take(), radix);
                count++;
            }
            if (count < least) {
                throw error.apply("an incomplete escape in a string");
            }
            return value;
        }

        private void codePoint(int codePoint) {
            if (!Character.isValidCodePoint(codePoint)) {
                throw error.apply("an escape beyond Unicode in a string");
            }
            for (byte b : new String(Character.toChars(codePoint)).getBytes(StandardCharsets.UTF_8)) {
                bytes.append((char) (b & 0xFF));
            }
        }

        private char take() {
            char c = peek();
            at++;
            return c;
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }
    }
}
