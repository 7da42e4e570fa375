package io.axiom.embedded;

import io.axiom.gateway.access.SecretFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings each service is started with, in this JVM or in one of its own: only these tell them which form they run in. */
public final class ServiceProperties {
    private ServiceProperties() {}

    public static Map<String, Object> version(Home home, Ports ports) {
        return service(home, ports, "axiom_version", ports.version());
    }

    public static Map<String, Object> deployment(Home home, Ports ports) {
        return service(home, ports, "axiom_deployment", ports.deployment());
    }

    public static Map<String, Object> migration(Home home, Ports ports) {
        return service(home, ports, "axiom_migration", ports.migration());
    }

    public static Map<String, Object> gateway(Home home, Ports ports) {
        return service(home, ports, "axiom_access", ports.gateway());
    }

    /**
     * The secret the parts sign their commands with, apart from the rest: settings may be seen by other users of the machine
     * in the process table, this must not.
     */
    public static Map<String, Object> signing(Home home) {
        return Map.of(
                "axiom.signing.key-id",
                "internal",
                "axiom.signing.token",
                SecretFile.ensure(home.folder().resolve("service-token")));
    }

    private static Map<String, Object> service(Home home, Ports ports, String database, int port) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        properties.put("axiom.home", home.folder().toString());
        // Several start at once in one JVM; in the system's temporary folder they can get into each other's way.
        properties.put(
                "server.tomcat.basedir",
                home.folder().resolve("tomcat").resolve(database).toString());
        properties.put(
                "axiom.database.url",
                "jdbc:postgresql://127.0.0.1:" + ports.postgres() + '/' + database + "?user=postgres");
        properties.put("axiom.kafka.bootstrap-servers", "127.0.0.1:" + ports.kafka());
        properties.put("axiom.router.admin-url", "http://127.0.0.1:" + ports.routerAdmin());
        properties.put("axiom.router.public-url", "http://127.0.0.1:" + ports.router());
        properties.put("axiom.service-url.version", "http://127.0.0.1:" + ports.version());
        properties.put("axiom.service-url.deployment", "http://127.0.0.1:" + ports.deployment());
        properties.put("axiom.service-url.migration", "http://127.0.0.1:" + ports.migration());
        properties.put("spring.jmx.enabled", "false");
        properties.put("spring.main.banner-mode", "off");
        return properties;
    }
}
