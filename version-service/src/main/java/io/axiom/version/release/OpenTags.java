package io.axiom.version.release;

import io.axiom.language.Contexts;
import io.axiom.language.RecordedEvent;
import io.axiom.language.version.TagEvent.TagFailed;
import io.axiom.language.version.TagEvent.TagRequested;
import io.axiom.language.version.TagEvent.VersionTagged;
import io.axiom.runtime.projection.Projection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tags were asked for and have no outcome yet. */
@Component
class OpenTags implements Projection {
    private final JdbcClient jdbc;

    OpenTags(JdbcClient jdbc) {
        this.jdbc = jdbc;
        // The lock keeps two instances that start at once from both creating the table.
        jdbc.sql("""
                DO $$ BEGIN
                  PERFORM pg_advisory_xact_lock(hashtextextended('axiom.open-tags', 0));
                  CREATE TABLE IF NOT EXISTS open_tag (
                    component text NOT NULL,
                    version text NOT NULL,
                    position bigint NOT NULL,
                    PRIMARY KEY (component, version));
                END $$""").update();
    }

    /** Positions of the requests, oldest first. */
    List<Long> positions() {
        return jdbc.sql("SELECT position FROM open_tag ORDER BY position")
                .query(Long.class)
                .list();
    }

    @Override
    public String name() {
        return "open-tags";
    }

    @Override
    public Set<String> contexts() {
        return Set.of(Contexts.VERSION);
    }

    @Override
    public void apply(RecordedEvent recorded) {
        switch (recorded.event()) {
            case TagRequested event ->
                jdbc.sql("""
                        INSERT INTO open_tag (component, version, position) VALUES (?, ?, ?)
                        ON CONFLICT (component, version) DO UPDATE SET position = EXCLUDED.position""")
                        .params(event.component(), event.version(), recorded.position())
                        .update();
            case VersionTagged event -> close(event.component(), event.version());
            case TagFailed event -> close(event.component(), event.version());
            default -> {}
        }
    }

    private void close(String component, String version) {
        jdbc.sql("DELETE FROM open_tag WHERE component = ? AND version = ?")
                .params(component, version)
                .update();
    }
}
