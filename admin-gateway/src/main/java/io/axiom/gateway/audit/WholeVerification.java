package io.axiom.gateway.audit;

import io.axiom.gateway.proxy.ServiceAddresses;
import io.axiom.gateway.proxy.ServiceJson;
import io.axiom.language.Contexts;
import io.axiom.language.RejectedException;
import io.axiom.language.audit.AuditVerification;
import io.axiom.language.audit.AuditVerification.Chain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The audit log's own check together with that of each service's log. */
@Component
final class WholeVerification {
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final AuditVerifier audit;
    private final OwnLog own;
    private final ServiceAddresses addresses;
    private final ServiceJson services;

    WholeVerification(AuditVerifier audit, OwnLog own, ServiceAddresses addresses, ServiceJson services) {
        this.audit = audit;
        this.own = own;
        this.addresses = addresses;
        this.services = services;
    }

    AuditVerification verify() {
        Chain chain = audit.verify();
        List<Chain> others = new ArrayList<>();
        others.add(own.verify());
        for (String context : new TreeSet<>(addresses.all().keySet())) {
            if (!context.equals(Contexts.ACCESS)) {
                others.add(ask(context));
            }
        }
        boolean intact = chain.intact() && others.stream().allMatch(Chain::intact);
        return new AuditVerification(intact, chain, List.copyOf(others));
    }

    private Chain ask(String context) {
        try {
            JsonNode found = services.get(context, "/api/log/verify", WITHIN);
            JsonNode firstBad = found.path("firstBad");
            return new Chain(
                    context,
                    firstBad.isMissingNode() || firstBad.isNull(),
                    found.path("verified").asLong(0),
                    found.path("head").asLong(0),
                    firstBad.isNumber() ? firstBad.asLong() : null,
                    found.path("problem").isString() ? found.path("problem").asString() : null);
        } catch (RejectedException e) {
            return new Chain(
                    context, false, 0, 0, null, "not checked: " + e.rejection().detail());
        }
    }
}
