package io.axiom.version.surface.protobuf.rule;

import io.axiom.version.surface.protobuf.schema.Schema;
import java.util.List;
import java.util.Set;

/** Runs rules over two schemas. Messages, enums and services are matched by name, fields and values by number. */
public final class ProtobufRules {
    private final Set<Rule> selected;

    public ProtobufRules(Set<Rule> selected) {
        this.selected = Set.copyOf(selected);
    }

    public List<Finding> compare(Schema previous, Schema current) {
        Findings findings = new Findings(selected);
        new FileRules(findings).check(previous, current);
        new DeletionRules(findings).check(previous, current);
        new AdditionRules(findings).check(previous, current);
        previous.messages().forEach((name, before) -> {
            var now = current.messages().get(name);
            if (now != null) {
                new MessageRules(findings, previous, current).check(before, now);
            }
        });
        previous.enums().forEach((name, before) -> {
            var now = current.enums().get(name);
            if (now != null) {
                new EnumRules(findings).check(before, now);
            }
        });
        previous.services().forEach((name, before) -> {
            var now = current.services().get(name);
            if (now != null) {
                new ServiceRules(findings).check(before, now);
            }
        });
        previous.extensions().forEach((key, before) -> {
            var now = current.extensions().get(key);
            if (now != null) {
                new FieldRules(findings, previous, current).check(before, now);
            }
        });
        return findings.list();
    }
}
