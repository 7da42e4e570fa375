package io.axiom.version.rules;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Texts;
import java.util.Map;

/** Refusals of a field. The codes are stable. */
public final class Invalid {
    private static final int SHOWN = 100;

    private Invalid() {}

    public static Rejection of(String code, String field, String detail, String next) {
        return new Rejection(code, Rejection.Kind.INVALID, detail, next, Map.of("field", field));
    }

    static void require(boolean holds, String code, String field, String detail, String next) {
        if (!holds) {
            throw new RejectedException(of(code, field, detail, next));
        }
    }

    /** Text from outside, as it stands in a refusal. */
    static String shown(String text) {
        return '"' + Texts.shorten(text, SHOWN) + '"';
    }
}
