package io.axiom.gateway.proxy;

import io.axiom.language.Actor;
import io.axiom.runtime.access.SigningKey;
import io.axiom.runtime.boot.AxiomProperties;
import io.axiom.runtime.web.AuthenticationFilter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the gateway shows services so that they answer it: the installation's internal token, where there is one. */
@Component
public final class ServiceCredentials {
    private final SigningKey key;

    ServiceCredentials(AxiomProperties properties) {
        this.key = properties.signing().key();
    }

    /** For questions, which the gateway has allowed itself. */
    public Map<String, String> headers() {
        return key.configured() ? Map.of("Authorization", "Bearer " + key.token()) : Map.of();
    }

    /** For commands, which the service allows or refuses to the actor. */
    public Map<String, String> headers(Actor actor) {
        return key.configured()
                ? Map.of("Authorization", "Bearer " + key.token(), AuthenticationFilter.ON_BEHALF_OF, actor.toString())
                : Map.of();
    }
}
