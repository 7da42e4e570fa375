package io.axiom.runtime.counter;

import io.axiom.language.RecordedEvent;
import io.axiom.language.Role;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.projection.Projection;
import io.axiom.runtime.reaction.Reactor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest service there can be. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class CounterApplication {

    @Bean
    BoundedContext counterContext(Environment environment) {
        return new BoundedContext(
                environment.getProperty("test.context", "counter"),
                List.of(CounterCommand.class),
                List.of(new CounterDecider()),
                Map.of(),
                command -> command instanceof CounterCommand.Reset ? Role.ADMIN : Role.OPERATOR);
    }

    @Bean
    Sums sums(JdbcClient jdbc) {
        return new Sums(jdbc);
    }

    @Bean
    Seen seen() {
        return new Seen();
    }

    /** Adds up what was added: wrong as soon as an event is applied twice or not at all. */
    public static final class Sums implements Projection {
        private final JdbcClient jdbc;

        Sums(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql("CREATE TABLE IF NOT EXISTS sums (counter text PRIMARY KEY, value bigint, events bigint)")
                    .update();
        }

        @Override
        public String name() {
            return "sums";
        }

        @Override
        public Set<String> contexts() {
            return Set.of("counter");
        }

        @Override
        public void apply(RecordedEvent event) {
            if (event.event() instanceof CounterEvent.Added(String counter, int amount)) {
                jdbc.sql("INSERT INTO sums VALUES (?, ?, 1) ON CONFLICT (counter) DO UPDATE"
                                + " SET value = sums.value + excluded.value, events = sums.events + 1")
                        .params(counter, amount)
                        .update();
            }
        }

        public long value(String counter) {
            return jdbc.sql("SELECT value FROM sums WHERE counter = ?")
                    .params(counter)
                    .query(Long.class)
                    .optional()
                    .orElse(0L);
        }
    }

    /** Remembers what it was told. */
    public static final class Seen implements Reactor {
        public final List<RecordedEvent> events = new CopyOnWriteArrayList<>();
        public volatile boolean active;

        @Override
        public String name() {
            return "seen";
        }

        @Override
        public void react(RecordedEvent event) {
            events.add(event);
        }

        @Override
        public void resume() {
            active = true;
        }

        @Override
        public void suspend() {
            active = false;
        }
    }
}
