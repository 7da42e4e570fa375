package io.axiom.version.catalog;

import io.axiom.eventstore.EventLog;
import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.runtime.projection.Positions;
import io.axiom.runtime.reaction.Reactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes contents of surfaces that were uploaded more than a day ago and that no version refers to. On the leading instance only,
 * once an hour. Using a content again makes it new, so what a version is being created with is never removed.
 */
@Component
public final class UnusedSurfaces implements Reactor {
    private static final Logger LOG = LoggerFactory.getLogger(UnusedSurfaces.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Positions positions;
    private final Clock clock;
    private @Nullable ScheduledExecutorService schedule;

    UnusedSurfaces(JdbcClient jdbc, EventLog log, Positions positions, Clock clock, CatalogTables tablesExist) {
        this.jdbc = jdbc;
        this.log = log;
        this.positions = positions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "unused-surfaces";
    }

    @Override
    public void react(RecordedEvent event) {}

    @Override
    public synchronized void resume() {
        suspend();
        schedule = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name()).factory());
        schedule.scheduleWithFixedDelay(this::collectNow, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public synchronized void suspend() {
        if (schedule != null) {
            schedule.shutdownNow();
            schedule = null;
        }
    }

    private void collectNow() {
        try {
            int removed = collect(clock.instant().minus(KEPT));
            if (removed > 0) {
                LOG.info("Removed {} contents of surfaces that no version refers to", removed);
            }
        } catch (DataAccessException e) {
            LOG.warn("Contents of surfaces that no version refers to are removed later: {}", e.getMessage());
        }
    }

    /**
     * Removes what was kept before this moment and is not referred to. While the catalog does not know all versions yet, nothing.
     *
     * @return how many were removed
     */
    public int collect(Instant keptBefore) {
        if (positions.projected(Contexts.VERSION) < log.head()) {
            return 0;
        }
        return jdbc.sql("""
                DELETE FROM surface_content
                WHERE kept_at < ? AND sha256 NOT IN (
                  SELECT surface ->> 'sha256'
                  FROM catalog_version, jsonb_array_elements(surfaces) AS surface
                  WHERE jsonb_typeof(surfaces) = 'array' AND surface ->> 'sha256' IS NOT NULL)""").param(keptBefore.atOffset(ZoneOffset.UTC)).update();
    }
}
