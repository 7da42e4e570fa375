package io.axiom.deployment.target;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an instance's process finds in its environment. Of deployment-service's own environment only harmless names are
 * passed on, so that its credentials stay its own.
 */
final class ChildEnvironment {
    static final String INSTANCE_ID = "AXIOM_INSTANCE_ID";
    static final String INSTANCE_HOME = "AXIOM_INSTANCE_HOME";
    static final String PORT = "PORT";
    private static final Set<String> PASSED_ON = Set.of(
            "PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR", "JAVA_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR");

    private final Map<String, String> own;
    private final Secrets secrets;
    private final Path home;
    private final String listenOn;

    /** @param listenOn the address instances should listen on, told in {@code HOST} */
    ChildEnvironment(Map<String, String> own, Path home, String listenOn) {
        this.listenOn = listenOn;
        this.own = own;
        this.secrets = new Secrets(own);
        this.home = home;
    }

    Secrets secrets() {
        return secrets;
    }

    Map<String, String> of(InstanceSpec spec, int port) throws InstanceFailure {
        Map<String, String> environment = new TreeMap<>();
        PASSED_ON.forEach(name -> {
            String value = own.get(name);
            if (value != null) {
                environment.put(name, value);
            }
        });
        environment.put("HOST", listenOn);
        environment.putAll(spec.release().run().environment());
        environment.putAll(secrets.resolve(spec.release().configuration().values()));
        environment.put(PORT, Integer.toString(port));
        environment.put(INSTANCE_ID, spec.instanceId());
        environment.put(INSTANCE_HOME, home.toString());
        environment.put("AXIOM_ENVIRONMENT", spec.environment());
        environment.put("AXIOM_COMPONENT", spec.component());
        environment.put("AXIOM_VERSION", spec.release().version());
        environment.put("AXIOM_RELEASE", spec.release().id());
        for (Map.Entry<String, String> entry : environment.entrySet()) {
            if (entry.getKey().isEmpty()
                    || entry.getKey().indexOf('=') >= 0
                    || entry.getKey().indexOf('\0') >= 0
                    || entry.getValue().indexOf('\0') >= 0) {
                throw new InstanceFailure(
                        "configuration.invalid",
                        "The configuration key \"" + io.axiom.language.Texts.shorten(entry.getKey(), 80)
                                + "\" or its value cannot be an environment variable.",
                        "Use keys without '=' and values without NUL characters.");
            }
        }
        return environment;
    }
}
