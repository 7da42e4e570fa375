package io.axiom.deployment.rollback;

import io.axiom.runtime.kafka.CommandClient;
import io.axiom.runtime.kafka.KafkaSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy listens to Kafka where there is Kafka. */
@Configuration(proxyBeanMethods = false)
class RollbackConfiguration {

    @Bean
    @ConditionalOnExpression("!'${axiom.kafka.bootstrap-servers:}'.isEmpty()")
    RollbackPolicyConsumer rollbackPolicyConsumer(
            RollbackPolicy policy, KafkaSettings settings, CommandClient client, Clock clock) {
        return new RollbackPolicyConsumer(policy, settings, client, clock);
    }
}
