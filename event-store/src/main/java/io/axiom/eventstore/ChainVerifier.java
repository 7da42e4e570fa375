package io.axiom.eventstore;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recomputes the chain from the stored bytes, a batch at a time; what stands beside the chain is checked too. */
final class ChainVerifier {
    private static final int BATCH = 2_000;

    private final LogReader reader;
    private final LogSql sql;
    private final IndexVerifier indexes;
    private final HashChain chain = new HashChain();

    ChainVerifier(LogReader reader, LogSql sql) {
        this.reader = reader;
        this.sql = sql;
        this.indexes = new IndexVerifier(reader, sql);
    }

    Verification verify(long afterPosition) {
        Head head = head();
        byte[] hash = hashAt(afterPosition);
        if (hash == null) {
            return bad(0, head, afterPosition, "is missing");
        }
        long position = afterPosition;
        Optional<IndexVerifier.Problem> problem = Optional.empty();
        while (position < head.position()) {
            List<StoredEvent> events = reader.read(position, (int) Math.min(BATCH, head.position() - position));
            if (events.isEmpty()) {
                return bad(position - afterPosition, head, position + 1, "is missing");
            }
            for (StoredEvent stored : events) {
                if (stored.position() != position + 1) {
                    return bad(position - afterPosition, head, position + 1, "is missing");
                }
                position = stored.position();
                hash = chain.link(hash, position, chain.content(stored.event()));
                if (!MessageDigest.isEqual(hash, stored.hash())) {
                    return bad(position - 1 - afterPosition, head, position, "was changed");
                }
            }
            if (problem.isEmpty()) {
                problem = indexes.identities(events);
            }
        }
        if (!MessageDigest.isEqual(hash, head.hash())) {
            return bad(position - afterPosition, head, head.position(), "is not what the head says");
        }
        if (problem.isEmpty() && afterPosition == 0) {
            problem = indexes.whole();
        }
        return problem.map(
                        p -> new Verification(head.position() - afterPosition, head.position(), p.position(), p.what()))
                .orElseGet(() -> new OutcomeVerifier(reader, sql).verify(afterPosition, head));
    }

    private static Verification bad(long verified, Head head, long position, String what) {
        return new Verification(verified, head.position(), position, "The event at position " + position + ' ' + what);
    }

    private Head head() {
        return reader.query("SELECT position, hash FROM " + sql.schema + ".head", rows -> {
            rows.next();
            return new Head(rows.getLong(1), rows.getBytes(2));
        });
    }

    private byte @Nullable [] hashAt(long position) {
        if (position == 0) {
            return HashChain.genesis(sql.context);
        }
        List<StoredEvent> found = reader.read(position - 1, 1);
        return found.isEmpty() || found.getFirst().position() != position
                ? null
                : found.getFirst().hash();
    }
}
