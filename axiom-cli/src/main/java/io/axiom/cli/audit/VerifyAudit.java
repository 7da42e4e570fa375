package io.axiom.cli.audit;

import io.axiom.cli.Action;
import io.axiom.cli.ExitCode;
import io.axiom.cli.http.Api;
import io.axiom.cli.http.Resource;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Mark;
import io.axiom.language.audit.AuditVerification;
import io.axiom.language.audit.AuditVerification.Chain;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

@Command(
        name = "verify",
        description = {
            "Check the hash chain of the audit log and of every service's own log.",
            "Exit code 0 when all of them are what was written, 1 when not."
        },
        footer = "  axiom audit verify")
final class VerifyAudit extends Action {
    @Override
    protected int run() {
        JsonNode answer = api().get(Resource.of("api", "audit", "verify"));
        AuditVerification verification = Api.as(answer, AuditVerification.class);
        show(answer, () -> {
            chain(verification.audit());
            verification.services().forEach(this::chain);
            line(
                    verification.intact()
                            ? "Every log is what was written."
                            : "Not every log could be shown to be what was written. Keep the database as it is and compare it with a backup.");
        });
        return verification.intact() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void chain(Chain chain) {
        line(Mark.of(chain.intact(), ink()) + ' ' + chain.log() + "  " + chain.verified() + " of " + chain.head()
                + " entries verified"
                + (chain.firstBad() == null ? "" : "; first bad position " + chain.firstBad())
                + (chain.problem() == null ? "" : ": " + Ink.clean(chain.problem())));
    }
}
