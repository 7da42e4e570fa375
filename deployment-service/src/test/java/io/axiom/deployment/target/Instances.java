package io.axiom.deployment.target;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Ends what a test deployed: instances outlive their control plane, so closing that is not enough. */
public final class Instances {
    private Instances() {}

    /** @param home the control plane's home */
    public static void endAll(Path home) {
        try {
            endAll(new ProcessTarget(home.resolve("instances"), System.getenv()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void endAll(ProcessTarget target) {
        try {
            for (var entry : target.all().entrySet()) {
                target.endOrphan(entry.getKey(), entry.getValue(), Duration.ZERO);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
