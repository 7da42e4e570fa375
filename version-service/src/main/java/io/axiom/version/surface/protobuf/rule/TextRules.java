package io.axiom.version.surface.protobuf.rule;

import io.axiom.version.surface.protobuf.schema.Field;
import io.axiom.version.surface.protobuf.schema.Kind;
import io.axiom.version.surface.protobuf.syntax.Dialect;

/** Fields of text: the C++ type of strings and bytes, and whether strings are checked to be UTF-8. */
final class TextRules {
    private static final String STRING_PIECE = "STRING_PIECE";

    private final Findings findings;

    TextRules(Findings findings) {
        this.findings = findings;
    }

    void check(Field before, Field now) {
        boolean mapMembers = before.mapMember() && now.mapMember();
        if (before.kind().isText() && now.kind().isText() && !mapMembers) {
            cppStringType(before, now);
        }
        if (before.kind() == Kind.STRING && now.kind() == Kind.STRING) {
            same(
                    Rule.FIELD_SAME_UTF8_VALIDATION,
                    "UTF-8 validation",
                    before,
                    now,
                    before.features().utf8Validation(),
                    now.features().utf8Validation());
            same(
                    Rule.FIELD_SAME_JAVA_UTF8_VALIDATION,
                    "UTF-8 validation in Java",
                    before,
                    now,
                    javaUtf8Validation(before),
                    javaUtf8Validation(now));
        }
    }

    /** A string piece becomes a string without breaking anyone: it was one in the open source C++ all along. */
    private void cppStringType(Field before, Field now) {
        String was = cppStringType(before);
        String is = cppStringType(now);
        if (!(was.equals(STRING_PIECE) && is.equals("STRING"))) {
            same(Rule.FIELD_SAME_CPP_STRING_TYPE, "C++ string type", before, now, was, is);
        }
    }

    private static String cppStringType(Field field) {
        String feature = field.features().cppStringType();
        return field.file().dialect() == Dialect.EDITION_2024
                ? feature
                : field.options().text("ctype", feature);
    }

    private static String javaUtf8Validation(Field field) {
        boolean byOption = field.file().options().isTrue("java_string_check_utf8");
        boolean told = field.file().options().find("java_string_check_utf8").isPresent();
        boolean byFeature = field.file().dialect().isEdition()
                && !told
                && field.features().javaUtf8Validation().equals("VERIFY");
        return byOption || byFeature ? "VERIFY" : field.features().utf8Validation();
    }

    private void same(Rule rule, String what, Field before, Field now, String was, String is) {
        if (!was.equals(is)) {
            findings.breaks(
                    rule,
                    before,
                    now,
                    was,
                    is,
                    "The %s of the field %s changed from %s to %s.".formatted(what, now.fullName(), was, is));
        }
    }
}
