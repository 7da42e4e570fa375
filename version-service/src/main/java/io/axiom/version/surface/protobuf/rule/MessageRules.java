package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Field;
import io.axiom.version.surface.protobuf.schema.Message;
import io.axiom.version.surface.protobuf.schema.Schema;
import io.axiom.version.surface.protobuf.syntax.NumberRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that is in both. */
final class MessageRules {
    private static final String ACCESSOR = "no_standard_descriptor_accessor";

    private final Findings findings;
    private final OptionRules options;
    private final FieldRules fieldRules;

    MessageRules(Findings findings, Schema previous, Schema current) {
        this.findings = findings;
        this.options = new OptionRules(findings);
        this.fieldRules = new FieldRules(findings, previous, current);
    }

    void check(Message before, Message now) {
        options.compare(before, now);
        JsonFormat.compare(findings, Rule.MESSAGE_SAME_JSON_FORMAT, before, now, before.features(), now.features());
        accessor(before, now);
        extensionRanges(before, now);
        new ReservationRules(findings, Rule.RESERVED_MESSAGE_NO_DELETE)
                .check(
                        before,
                        now,
                        before.reservedRanges(),
                        now.reservedRanges(),
                        before.reservedNames(),
                        now.reservedNames());
        oneofs(before, now);
        fields(before, now);
    }

    private void accessor(Message before, Message now) {
        if (!before.options().isTrue(ACCESSOR) && now.options().isTrue(ACCESSOR)) {
            findings.breaks(
                    Rule.MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR,
                    before,
                    now,
                    "false",
                    "true",
                    "Code generated for %s no longer has the accessor descriptor().".formatted(now.fullName()));
        }
    }

    private void extensionRanges(Message before, Message now) {
        String was = ReservationRules.text(before.extensionRanges());
        String is = ReservationRules.text(now.extensionRanges());
        List<NumberRange> missing = NumberSet.of(before.extensionRanges()).without(now.extensionRanges());
        if (!missing.isEmpty()) {
            findings.breaks(
                    Rule.EXTENSION_MESSAGE_NO_DELETE,
                    before,
                    now,
                    was,
                    is,
                    "%s no longer allows extensions at %s; those that exist no longer compile."
                            .formatted(now.fullName(), ReservationRules.text(missing)));
        }
        List<NumberRange> more = NumberSet.of(now.extensionRanges()).without(before.extensionRanges());
        if (!more.isEmpty()) {
            findings.added(
                    Rule.EXTENSION_RANGE_ADDED,
                    Judgement.SAFE,
                    now,
                    is,
                    "New: %s allows extensions at %s.".formatted(now.fullName(), ReservationRules.text(more)));
        }
    }

    private void oneofs(Message before, Message now) {
        before.oneofs().forEach((name, oneof) -> {
            var current = now.oneofs().get(name);
            if (current != null) {
                options.compare(oneof, current);
            } else {
                findings.gone(
                        Rule.ONEOF_NO_DELETE,
                        oneof,
                        name,
                        now.file(),
                        "The oneof %s was deleted; generated code loses its case.".formatted(oneof.fullName()));
            }
        });
        now.oneofs().forEach((name, oneof) -> {
            if (!before.oneofs().containsKey(name)) {
                findings.added(
                        Rule.ONEOF_ADDED, Judgement.SAFE, oneof, name, "New: the oneof " + oneof.fullName() + ".");
            }
        });
    }

    private void fields(Message before, Message now) {
        NumberSet reserved = NumberSet.of(now.reservedRanges());
        before.fields().forEach((number, field) -> {
            Field current = now.fields().get(number);
            if (current == null) {
                deleted(field, now, reserved);
            } else {
                fieldRules.check(field, current);
            }
            if (field.requiredByLabel() && (current == null || !current.requiredByLabel())) {
                noLongerRequired(field, current, now);
            }
        });
        now.fields().forEach((number, field) -> {
            Field earlier = before.fields().get(number);
            if (earlier == null) {
                findings.added(
                        Rule.FIELD_ADDED,
                        Judgement.SAFE,
                        field,
                        text(field),
                        "New: the field %s, number %d.".formatted(field.fullName(), number));
            }
            if (field.requiredByLabel() && (earlier == null || !earlier.requiredByLabel())) {
                findings.add(
                        Rule.MESSAGE_SAME_REQUIRED_FIELDS,
                        Judgement.BREAKING,
                        field.fullName(),
                        earlier == null ? null : text(earlier),
                        text(field),
                        false,
                        "The field %s is required now; messages of older writers are refused."
                                .formatted(field.fullName()),
                        before.file(),
                        now.file());
            }
        });
    }

    private void noLongerRequired(Field field, @Nullable Field current, Message now) {
        findings.add(
                Rule.MESSAGE_SAME_REQUIRED_FIELDS,
                Judgement.BREAKING,
                field.fullName(),
                text(field),
                current == null ? null : text(current),
                false,
                "The field %s is no longer required; older readers refuse messages without it."
                        .formatted(field.fullName()),
                field.file(),
                now.file());
    }

    private void deleted(Field field, Message now, NumberSet reserved) {
        String sentence = "The field %s, number %d, was deleted".formatted(field.fullName(), field.number());
        findings.gone(Rule.FIELD_NO_DELETE, field, text(field), now.file(), sentence + ".");
        if (!reserved.contains(field.number())) {
            findings.gone(
                    Rule.FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED,
                    field,
                    text(field),
                    now.file(),
                    sentence + " without reserving its number.");
        }
        if (!now.reservedNames().contains(field.name())) {
            findings.gone(
                    Rule.FIELD_NO_DELETE_UNLESS_NAME_RESERVED,
                    field,
                    text(field),
                    now.file(),
                    sentence + " without reserving its name.");
        }
    }

    private static String text(Field field) {
        String label = field.requiredByLabel() ? "required " : "";
        return label + field.typeText() + " " + field.name() + " = " + field.number();
    }
}
