package io.axiom.version.surface.protobuf.rule;

import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Rpc;
import io.axiom.version.surface.protobuf.schema.Service;
import io.axiom.version.surface.protobuf.schema.TypeName;

/** A service that is in both, and its procedures. */
final class ServiceRules {
    private final Findings findings;
    private final OptionRules options;

    ServiceRules(Findings findings) {
        this.findings = findings;
        this.options = new OptionRules(findings);
    }

    void check(Service before, Service now) {
        options.compare(before, now);
        before.rpcs().forEach((name, rpc) -> {
            Rpc current = now.rpcs().get(name);
            if (current == null) {
                findings.gone(
                        Rule.RPC_NO_DELETE,
                        rpc,
                        rpc.fullName(),
                        now.file(),
                        "The rpc %s was deleted; callers get UNIMPLEMENTED.".formatted(rpc.fullName()));
            } else {
                compare(rpc, current);
            }
        });
        now.rpcs().forEach((name, rpc) -> {
            if (!before.rpcs().containsKey(name)) {
                findings.added(Rule.RPC_ADDED, Judgement.SAFE, rpc, null, "New: the rpc " + rpc.fullName() + ".");
            }
        });
    }

    private void compare(Rpc before, Rpc now) {
        options.compare(before, now);
        type(Rule.RPC_SAME_REQUEST_TYPE, "request", before, now, before.request(), now.request());
        type(Rule.RPC_SAME_RESPONSE_TYPE, "response", before, now, before.response(), now.response());
        streaming(
                Rule.RPC_SAME_CLIENT_STREAMING,
                "request",
                before,
                now,
                before.clientStreaming(),
                now.clientStreaming());
        streaming(
                Rule.RPC_SAME_SERVER_STREAMING,
                "response",
                before,
                now,
                before.serverStreaming(),
                now.serverStreaming());
        if (!before.idempotencyLevel().equals(now.idempotencyLevel())) {
            findings.breaks(
                    Rule.RPC_SAME_IDEMPOTENCY_LEVEL,
                    before,
                    now,
                    before.idempotencyLevel(),
                    now.idempotencyLevel(),
                    "The rpc %s changed its idempotency level from %s to %s; callers may repeat it wrongly."
                            .formatted(now.fullName(), before.idempotencyLevel(), now.idempotencyLevel()));
        }
    }

    private void type(Rule rule, String what, Rpc previous, Rpc current, TypeName before, TypeName now) {
        if (!before.name().equals(now.name())) {
            findings.differs(
                    rule,
                    TypeNames.judge(before, now),
                    previous,
                    current,
                    before.name(),
                    now.name(),
                    "The rpc %s changed its %s from %s to %s%s"
                            .formatted(
                                    current.fullName(),
                                    what,
                                    before.name(),
                                    now.name(),
                                    TypeNames.ending(before, now)));
        }
    }

    private void streaming(Rule rule, String what, Rpc previous, Rpc current, boolean before, boolean now) {
        if (before != now) {
            String was = before ? "stream" : "single message";
            String is = now ? "stream" : "single message";
            findings.breaks(
                    rule,
                    previous,
                    current,
                    was,
                    is,
                    "The %s of the rpc %s changed from a %s to a %s.".formatted(what, current.fullName(), was, is));
        }
    }
}
