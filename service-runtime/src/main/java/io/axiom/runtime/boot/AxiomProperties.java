package io.axiom.runtime.boot;

import io.axiom.runtime.access.SigningKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Configuration every service has, below {@code axiom.}; in the environment {@code AXIOM_…}. */
@ConfigurationProperties("axiom")
public record AxiomProperties(
        @DefaultValue Database database,
        @DefaultValue Kafka kafka,
        @DefaultValue("false") boolean requireToken,
        @DefaultValue Signing signing) {

    /** @param url JDBC URL of this service's own database, which is created when missing */
    public record Database(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("16") int poolSize) {
        @Override
        public String toString() {
            return "Database[poolSize=" + poolSize + ']';
        }
    }

    /**
     * @param bootstrapServers empty to run without Kafka
     * @param properties more settings of every client, for example {@code security.protocol}
     */
    public record Kafka(
            @DefaultValue("") String bootstrapServers,
            @DefaultValue Map<String, String> properties) {
        @Override
        public String toString() {
            return "Kafka[" + bootstrapServers + ']';
        }
    }

    public record Signing(
            @DefaultValue("") String keyId,
            @DefaultValue("") String token) {
        public SigningKey key() {
            return new SigningKey(keyId, token);
        }

        @Override
        public String toString() {
            return "Signing[" + keyId + ']';
        }
    }
}
