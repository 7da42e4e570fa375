package io.axiom.gateway.audit;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.Verification;
import io.axiom.language.Contexts;
import io.axiom.language.audit.AuditVerification.Chain;
import org.springframework.stereotype.Component;

/** The gateway's own context's log, the tokens'. */
@Component
final class OwnLog {
    private final EventLog log;

    OwnLog(EventLog log) {
        this.log = log;
    }

    Chain verify() {
        Verification found = log.verify(0);
        return new Chain(
                Contexts.ACCESS, found.intact(), found.verified(), found.head(), found.firstBad(), found.problem());
    }
}
