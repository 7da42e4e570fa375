package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.DefaultValue;
import io.axiom.version.surface.protobuf.schema.Field;
import io.axiom.version.surface.protobuf.schema.Kind;
import io.axiom.version.surface.protobuf.schema.Schema;

/** A field, or an extension, that has the same number in both. */
final class FieldRules {
    private final Findings findings;
    private final OptionRules options;
    private final FieldTypeRules types;
    private final CardinalityRules cardinalities;
    private final TextRules texts;

    FieldRules(Findings findings, Schema previous, Schema current) {
        this.findings = findings;
        this.options = new OptionRules(findings);
        this.types = new FieldTypeRules(findings, previous, current);
        this.cardinalities = new CardinalityRules(findings);
        this.texts = new TextRules(findings);
    }

    void check(Field before, Field now) {
        options.compare(before, now);
        types.check(before, now);
        cardinalities.check(before, now);
        texts.check(before, now);
        names(before, now);
        jsType(before, now);
        oneof(before, now);
        defaults(before, now);
    }

    private void names(Field before, Field now) {
        String was = before.extension() ? before.fullName() : before.name();
        String is = before.extension() ? now.fullName() : now.name();
        if (!was.equals(is)) {
            findings.breaks(
                    Rule.FIELD_SAME_NAME,
                    before,
                    now,
                    was,
                    is,
                    "Field %d of %s was called %s and is now called %s; code and JSON know it by name."
                            .formatted(now.number(), now.owner(), was, is));
        }
        if (!before.extension() && !before.jsonName().equals(now.jsonName())) {
            findings.breaks(
                    Rule.FIELD_SAME_JSON_NAME,
                    before,
                    now,
                    before.jsonName(),
                    now.jsonName(),
                    "Field %d of %s changed its name in JSON from %s to %s."
                            .formatted(now.number(), now.owner(), before.jsonName(), now.jsonName()));
        }
    }

    private void jsType(Field before, Field now) {
        String was = before.options().text("jstype", "JS_NORMAL");
        String is = now.options().text("jstype", "JS_NORMAL");
        if (before.kind().is64BitInteger() && now.kind().is64BitInteger() && !was.equals(is)) {
            findings.breaks(
                    Rule.FIELD_SAME_JSTYPE,
                    before,
                    now,
                    was,
                    is,
                    "The field %s changed its JavaScript type from %s to %s.".formatted(now.fullName(), was, is));
        }
    }

    private void oneof(Field before, Field now) {
        String was = before.oneof();
        String is = now.oneof();
        boolean same = was == null ? is == null : was.equals(is);
        if (!before.extension() && !same) {
            String from = was == null ? "outside any oneof" : "the oneof " + was;
            String to = is == null ? "outside any oneof" : "the oneof " + is;
            findings.breaks(
                    Rule.FIELD_SAME_ONEOF,
                    before,
                    now,
                    from,
                    to,
                    "The field %s moved from %s to %s; setting it clears other fields than before."
                            .formatted(now.fullName(), from, to));
        }
    }

    private void defaults(Field before, Field now) {
        DefaultValue was = before.defaultValue();
        DefaultValue is = now.defaultValue();
        boolean unknown = before.kind() == Kind.UNRESOLVED || now.kind() == Kind.UNRESOLVED;
        if ((was == null || is == null) && !(unknown && was != is)) {
            return;
        }
        boolean bothZero = was != null && is != null && was.isZero() && is.isZero();
        if (bothZero || (was != null && is != null && was.sameAs(is))) {
            return;
        }
        String from = was == null ? "none" : was.display();
        String to = is == null ? "none" : is.display();
        findings.differs(
                Rule.FIELD_SAME_DEFAULT,
                was == null || is == null ? Judgement.UNDETERMINED : Judgement.BREAKING,
                before,
                now,
                from,
                to,
                "The default of the field %s changed from %s to %s; readers see another value where none was sent."
                        .formatted(now.fullName(), from, to));
    }
}
