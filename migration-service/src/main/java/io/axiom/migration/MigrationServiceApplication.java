package io.axiom.migration;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** migration-service: databases and their migrations. In a process of its own it listens on port 3003. */
@SpringBootApplication(proxyBeanMethods = false)
public class MigrationServiceApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Ready to run; whatever is configured wins over the defaults given here. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(MigrationServiceApplication.class)
                .properties(Map.of(
                        "spring.application.name", "migration-service",
                        "server.port", "3003",
                        "axiom.database.url", "jdbc:postgresql://127.0.0.1:5432/axiom_migration"));
    }
}
