package io.axiom.version;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** version-service: components and their versions. In a process of its own it listens on port 3001. */
@SpringBootApplication
public class VersionServiceApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Ready to run; whatever is configured wins over the defaults given here. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(VersionServiceApplication.class)
                .properties(Map.of(
                        "spring.application.name", "version-service",
                        "server.port", "3001",
                        "axiom.database.url", "jdbc:postgresql://127.0.0.1:5432/axiom_version"));
    }
}
