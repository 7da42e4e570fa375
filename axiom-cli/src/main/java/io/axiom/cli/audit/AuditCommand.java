package io.axiom.cli.audit;

import picocli.CommandLine.Command;

/** {@code axiom audit}. */
@Command(
        name = "audit",
        description = "Every event of every service in one causal order, and the state as of any of them.",
        subcommands = {SearchAudit.class, TailAudit.class, ShowAudit.class, VerifyAudit.class, ExportAudit.class},
        footer = "  axiom audit search --aggregate production.shop-agent --type HealthCheckFailed")
public final class AuditCommand {}
