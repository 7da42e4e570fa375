package io.axiom.deployment;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** deployment-service: brings releases out and back. In a process of its own it listens on port 3002. */
@SpringBootApplication(proxyBeanMethods = false)
public class DeploymentServiceApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Ready to run; whatever is configured wins over the defaults given here. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(DeploymentServiceApplication.class)
                .properties(Map.of(
                        "spring.application.name", "deployment-service",
                        "server.port", "3002",
                        "axiom.database.url", "jdbc:postgresql://127.0.0.1:5432/axiom_deployment"));
    }
}
