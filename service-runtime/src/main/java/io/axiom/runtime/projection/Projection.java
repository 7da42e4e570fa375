package io.axiom.runtime.projection;

import io.axiom.language.RecordedEvent;
import java.util.Set;

/**
 * Keeps tables up to date from events. {@code apply} runs in a database transaction that also stores the position, so each
 * event takes effect exactly once, in order per context. Declared as a bean; use {@code JdbcClient} inside.
 */
public interface Projection {
    /** Stable; the position is stored under it. */
    String name();

    /** Whose events. The service's own come from its log, those of others from Kafka. */
    Set<String> contexts();

    void apply(RecordedEvent event);
}
