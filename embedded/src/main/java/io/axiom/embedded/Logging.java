package io.axiom.embedded;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** One log for every part: logback.xml decides, for Tomcat's java.util.logging too. */
final class Logging {
    private Logging() {}

    static void takeOver() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
