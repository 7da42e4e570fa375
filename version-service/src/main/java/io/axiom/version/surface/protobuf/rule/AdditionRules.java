package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Message;
import io.axiom.version.surface.protobuf.schema.Schema;

/** Types, services and extensions that are new; what a new message contains is not listed again. */
final class AdditionRules {
    private final Findings findings;

    AdditionRules(Findings findings) {
        this.findings = findings;
    }

    void check(Schema previous, Schema current) {
        current.messages().values().forEach(message -> {
            if (isNew(message.fullName(), previous) && !insideNew(message.fullName(), previous, current)) {
                String what = message.mapEntry() ? "the message of the new map" : "the message";
                findings.added(
                        Rule.MESSAGE_ADDED,
                        Judgement.SAFE,
                        message,
                        null,
                        "New: " + what + " " + message.fullName() + ".");
            }
        });
        current.enums().values().forEach(type -> {
            if (!previous.enums().containsKey(type.fullName()) && !insideNew(type.fullName(), previous, current)) {
                findings.added(Rule.ENUM_ADDED, Judgement.SAFE, type, null, "New: the enum " + type.fullName() + ".");
            }
        });
        current.services().values().forEach(service -> {
            if (!previous.services().containsKey(service.fullName())) {
                findings.added(
                        Rule.SERVICE_ADDED,
                        Judgement.SAFE,
                        service,
                        null,
                        "New: the service " + service.fullName() + ".");
            }
        });
        current.extensions().forEach((key, extension) -> {
            if (!previous.extensions().containsKey(key)) {
                findings.added(
                        Rule.EXTENSION_ADDED,
                        Judgement.SAFE,
                        extension,
                        extension.typeText(),
                        "New: the extension %s, number %d of %s."
                                .formatted(extension.fullName(), key.number(), key.extendee()));
            }
        });
    }

    private static boolean isNew(String message, Schema previous) {
        return !previous.messages().containsKey(message);
    }

    private static boolean insideNew(String type, Schema previous, Schema current) {
        int dot = type.lastIndexOf('.');
        Message around = dot < 0 ? null : current.messages().get(type.substring(0, dot));
        return around != null && isNew(around.fullName(), previous);
    }
}
