package io.axiom.runtime.boot;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings every service starts from; anything configured wins over them. */
public final class Defaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.address", "${axiom.bind:127.0.0.1}"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.jmx.enabled", "false"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.main.register-shutdown-hook", "true"),
            Map.entry("server.tomcat.max-http-form-post-size", "1MB"),
            Map.entry("server.max-http-request-header-size", "32KB"),
            Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
            Map.entry("management.health.db.enabled", "false"),
            // Its clients log every attempt to reconnect; KafkaConnection says it once.
            Map.entry("logging.level.org.apache.kafka", "error"),
            // It prints an advertisement.
            Map.entry("logging.level.org.axonframework.config.AxonIQConsoleModule", "off"),
            Map.entry("spring.mvc.problemdetails.enabled", "false"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("axiomDefaults", DEFAULTS));
    }
}
