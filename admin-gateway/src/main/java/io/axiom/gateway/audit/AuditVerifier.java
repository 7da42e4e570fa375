package io.axiom.gateway.audit;

import io.axiom.language.Cut;
import io.axiom.language.audit.AuditVerification.Chain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the whole audit log and checks positions, cuts and hashes. */
@Component
public class AuditVerifier {
    private static final int BATCH = 1_000;

    private final AuditReader reader;
    private final AuditLog log;

    AuditVerifier(AuditReader reader, AuditLog log) {
        this.reader = reader;
        this.log = log;
    }

    Chain verify() {
        AuditLog.Head head = log.readHead();
        Map<String, Long> cut = new HashMap<>();
        byte[] hash = EntryHash.GENESIS;
        long verified = 0;
        while (verified < head.position()) {
            List<AuditReader.Row> rows = reader.after(verified, AuditFilter.ALL, BATCH);
            if (rows.isEmpty()) {
                break;
            }
            for (AuditReader.Row row : rows) {
                if (row.position() > head.position()) {
                    break;
                }
                String problem = problem(row, verified + 1, hash, cut);
                if (problem != null) {
                    return new Chain("audit", false, verified, head.position(), verified + 1, problem);
                }
                hash = row.hash();
                verified++;
            }
        }
        if (verified < head.position() || !Arrays.equals(hash, head.hash())) {
            return new Chain("audit", false, verified, head.position(), verified + 1, "entries at the end are missing");
        }
        return new Chain("audit", true, verified, head.position(), null, null);
    }

    private static @Nullable String problem(AuditReader.Row row, long expected, byte[] before, Map<String, Long> cut) {
        if (row.position() != expected) {
            return "the entry is missing";
        }
        String context = row.arrival().source().context();
        if (row.arrival().source().position() != cut.getOrDefault(context, 0L) + 1) {
            return "it is not the next event of " + context;
        }
        cut.put(context, row.arrival().source().position());
        if (!new Cut(cut).toString().equals(row.cut())) {
            return "its cut is not the one the entries before it make";
        }
        if (!Arrays.equals(EntryHash.of(before, row.position(), row.arrival(), row.cut()), row.hash())) {
            return "its content or its hash was changed";
        }
        return null;
    }
}
