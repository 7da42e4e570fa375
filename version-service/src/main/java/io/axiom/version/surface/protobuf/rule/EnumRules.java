package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.EnumType;
import io.axiom.version.surface.protobuf.schema.EnumValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An enum that is in both. */
final class EnumRules {
    private final Findings findings;
    private final OptionRules options;

    EnumRules(Findings findings) {
        this.findings = findings;
        this.options = new OptionRules(findings);
    }

    void check(EnumType before, EnumType now) {
        options.compare(before, now);
        type(before, now);
        JsonFormat.compare(findings, Rule.ENUM_SAME_JSON_FORMAT, before, now, before.features(), now.features());
        new ReservationRules(findings, Rule.RESERVED_ENUM_NO_DELETE)
                .check(
                        before,
                        now,
                        before.reservedRanges(),
                        now.reservedRanges(),
                        before.reservedNames(),
                        now.reservedNames());
        Map<Integer, Set<String>> namesBefore = before.namesByNumber();
        Map<Integer, Set<String>> namesNow = now.namesByNumber();
        NumberSet reserved = NumberSet.of(now.reservedRanges());
        Set<Integer> renamed = new HashSet<>();
        namesBefore.forEach((number, names) -> {
            Set<String> current = namesNow.get(number);
            if (current == null) {
                deleted(before, now, number, names, reserved);
            } else if (!current.containsAll(names)) {
                renamed.add(number);
                findings.breaks(
                        Rule.ENUM_VALUE_SAME_NAME,
                        before,
                        now,
                        String.join(", ", names),
                        String.join(", ", current),
                        "The value %d of the enum %s was called %s and is now called %s; code and JSON know it by name."
                                .formatted(
                                        number, now.fullName(), String.join(", ", names), String.join(", ", current)));
            }
        });
        values(before, now, namesBefore.keySet(), renamed);
    }

    private void type(EnumType before, EnumType now) {
        if (before.isClosed() != now.isClosed()) {
            String was = before.isClosed() ? "closed" : "open";
            String is = now.isClosed() ? "closed" : "open";
            findings.breaks(
                    Rule.ENUM_SAME_TYPE,
                    before,
                    now,
                    was,
                    is,
                    "The enum %s changed from %s to %s; numbers it does not know are read differently."
                            .formatted(now.fullName(), was, is));
        }
    }

    private void deleted(EnumType before, EnumType now, int number, Set<String> names, NumberSet reserved) {
        String text = String.join(", ", names) + " = " + number;
        String sentence = "The value %s was deleted from the enum %s".formatted(text, now.fullName());
        findings.differs(Rule.ENUM_VALUE_NO_DELETE, Judgement.BREAKING, before, now, text, null, sentence + ".");
        if (!now.reservedNames().containsAll(names)) {
            findings.differs(
                    Rule.ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED,
                    Judgement.BREAKING,
                    before,
                    now,
                    text,
                    null,
                    sentence + " without reserving its name.");
        }
        if (!reserved.contains(number)) {
            findings.differs(
                    Rule.ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED,
                    Judgement.BREAKING,
                    before,
                    now,
                    text,
                    null,
                    sentence + " without reserving its number.");
        }
    }

    /** A new name of a number is an addition too, unless it replaces one. */
    private void values(EnumType before, EnumType now, Set<Integer> numbersBefore, Set<Integer> renamed) {
        Map<String, EnumValue> byName = new HashMap<>();
        before.values().forEach(value -> byName.put(value.fullName(), value));
        for (EnumValue value : now.values()) {
            EnumValue known = byName.get(value.fullName());
            if (known != null) {
                options.compare(known, value);
            } else if (!numbersBefore.contains(value.number())) {
                added(now, value, now.isClosed());
            } else if (!renamed.contains(value.number())) {
                added(now, value, false);
            }
        }
    }

    /** Readers of a closed enum drop a number they do not know, which may surprise. */
    private void added(EnumType type, EnumValue value, boolean maySurprise) {
        String text = value.name() + " = " + value.number();
        String sentence = "New: the value %s of the enum %s".formatted(text, type.fullName());
        findings.added(
                Rule.ENUM_VALUE_ADDED,
                maySurprise ? Judgement.RISKY : Judgement.SAFE,
                value,
                text,
                sentence + (maySurprise ? "; the enum is closed, so older readers drop it." : "."));
    }
}
