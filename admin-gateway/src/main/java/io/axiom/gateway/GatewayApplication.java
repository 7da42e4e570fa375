package io.axiom.gateway;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;

/** The admin gateway as a process: REST on port 3000. */
// Only JSON is read here; a multipart body is refused like any other that is not.
@SpringBootApplication(exclude = MultipartAutoConfiguration.class)
public class GatewayApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(GatewayApplication.class);
        application.setDefaultProperties(Map.of("server.port", "3000"));
        application.run(arguments);
    }
}
