package io.axiom.version.surface.protobuf.rule;

import io.axiom.version.surface.protobuf.schema.Element;
import io.axiom.version.surface.protobuf.schema.Features;

/** Whether JSON is promised, or only tried as proto2 did. */
final class JsonFormat {
    private JsonFormat() {}

    static void compare(
            Findings findings, Rule rule, Element previous, Element current, Features before, Features now) {
        if (before.jsonFormat().equals("ALLOW") && !now.jsonFormat().equals("ALLOW")) {
            findings.breaks(
                    rule,
                    previous,
                    current,
                    before.jsonFormat(),
                    now.jsonFormat(),
                    "%s had a JSON format and now has it no longer for certain (%s)."
                            .formatted(current.fullName(), now.jsonFormat()));
        }
    }
}
