package io.axiom.version.surface.protobuf.syntax;

import java.util.Locale;
import java.util.OptionalLong;

/** Whole numbers as Protobuf writes them: decimal, {@code 0x} hexadecimal, leading zero octal. */
public final class Numbers {
    private Numbers() {}

    /** The value as an unsigned 64-bit number; empty when it is none. */
    public static OptionalLong unsigned(String text) {
        try {
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.startsWith("0x")) {
                return OptionalLong.of(Long.parseUnsignedLong(lower.substring(2), 16));
            }
            boolean octal = lower.length() > 1 && lower.startsWith("0");
            return OptionalLong.of(Long.parseUnsignedLong(lower, octal ? 8 : 10));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
