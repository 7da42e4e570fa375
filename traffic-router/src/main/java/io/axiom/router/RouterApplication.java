package io.axiom.router;

import io.axiom.router.proxy.NetworkMemory;
import java.util.List;

/** Runs a router as a process of its own until it is told to stop. */
public final class RouterApplication {
    private RouterApplication() {}

    /** Prints one line when ready. Ends with status 1 and one sentence when it cannot start. */
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/axiom/router/logback-router.xml");
        }
        System.setProperty("vertx.disableDnsResolver", System.getProperty("vertx.disableDnsResolver", "true"));
        // Below the JVM's own limit, at which it would put event loops to sleep in the hope of memory.
        System.setProperty(
                "io.netty.maxDirectMemory",
                System.getProperty("io.netty.maxDirectMemory", Long.toString(NetworkMemory.mostDirect() * 9 / 10)));
        RouterOptions options = RouterOptions.read(List.of(arguments), System::getProperty, System::getenv);
        Router router = Router.start(options);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("router-stop").unstarted(router::shutdown));
        System.out.println("axiom router ready: public http://" + options.bind() + ':' + router.port()
                + ", admin http://" + options.adminBind() + ':' + router.adminPort() + ", " + router.routes()
                + " routes, home " + options.home());
    }
}
