package io.axiom.cli.rollback;

import io.axiom.cli.Action;
import io.axiom.cli.http.Answer;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Fields;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.http.Resource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code axiom emergency-rollback}. Asks nothing: seconds count. */
@Command(
        name = "emergency-rollback",
        description = {
            "Take back what is being deployed to an environment, or was deployed last. At once, no questions.",
            "When the gateway does not do it, deployment-service is asked itself: it needs neither gateway nor Kafka."
        },
        footer = "  axiom emergency-rollback production --reason 'Checkout is down'")
public final class EmergencyRollback extends Action {
    private static final int PATIENCE_MILLIS = 12_000;

    @Parameters(paramLabel = "<environment>", description = "The environment's name.")
    private String environment = "";

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; kept in the audit log.")
    private @Nullable String reason;

    @Option(
            names = "--direct-url",
            paramLabel = "<url>",
            description = "deployment-service; else AXIOM_DEPLOYMENT_URL, else http://127.0.0.1:3002.")
    private @Nullable String directUrl;

    @Option(
            names = {"-w", "--watch"},
            description = "Follow it until it ends; exit code 0 when everything is back, 1 when not.")
    private boolean watch;

    @Override
    protected int run() {
        UUID key = UUID.randomUUID(); // One key for both ways: whichever arrives, it is done once.
        Api gateway = api();
        try {
            return report(gateway, ask(gateway, key));
        } catch (ProblemException e) {
            int status = e.problem().status();
            if (status != 0 && status < 500) {
                throw e;
            }
            session()
                    .err()
                    .println("  The gateway did not do it (" + e.problem().code()
                            + "); asking deployment-service itself.");
            session().err().flush();
            Api direct = axiom().api(direct());
            return report(direct, ask(direct, key));
        }
    }

    private Answer ask(Api api, UUID key) {
        Fields fields = new Fields().with("environmentId", environment).with("reason", reason);
        return api.request(
                "POST", Resource.of("api", "rollback", "emergency").toString(), fields, key, PATIENCE_MILLIS);
    }

    private int report(Api api, Answer answer) {
        return new RollbackRun(session(), api, ink(), axiom().output()).report(answer.body(), watch);
    }

    private String direct() {
        if (directUrl != null) {
            return directUrl;
        }
        String chosen = session().variable("AXIOM_DEPLOYMENT_URL");
        if (chosen != null) {
            return chosen;
        }
        String port = session().variable("AXIOM_PORT_DEPLOYMENT");
        return "http://127.0.0.1:" + (port == null ? "3002" : port);
    }
}
