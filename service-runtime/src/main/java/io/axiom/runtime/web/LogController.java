package io.axiom.runtime.web;

import io.axiom.eventstore.EventLog;
import io.axiom.eventstore.Verification;
import io.axiom.language.RecordedEvent;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.aggregate.Decider;
import io.axiom.runtime.log.History;
import io.axiom.runtime.log.Versioned;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** This service's log as it is: its head, its events, the state of an aggregate at any position, and whether it is intact. */
@RestController
@RequestMapping("/api/log")
public final class LogController {
    private static final int MOST = 1000;

    private final BoundedContext context;
    private final EventLog log;
    private final History history;

    public LogController(BoundedContext context, EventLog log, History history) {
        this.context = context;
        this.log = log;
        this.history = history;
    }

    public record Head(String context, long position) {}

    public record Page(String context, List<RecordedEvent> events, long head) {}

    public record StateAt(
            String context,
            String aggregateType,
            String aggregateId,
            long at,
            long position,
            long sequence,
            boolean exists,
            Object state) {}

    @GetMapping("/head")
    public Head head() {
        return new Head(context.name(), history.head());
    }

    @GetMapping("/events")
    public Page events(@RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        return new Page(context.name(), history.read(Math.max(0, after), most), history.head());
    }

    @GetMapping("/state")
    public StateAt state(
            @RequestParam String aggregateType,
            @RequestParam String aggregateId,
            @RequestParam(required = false) @Nullable String at) {
        Decider<?, ?, ?> decider = context.deciders().stream()
                .filter(candidate -> candidate.aggregateType().equals(aggregateType))
                .findFirst()
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "log.unknown-aggregate-type",
                        Rejection.Kind.NOT_FOUND,
                        "There is no kind of aggregate of that name in " + context.name() + ".",
                        "Known are "
                                + String.join(
                                        ", ",
                                        context.deciders().stream()
                                                .map(Decider::aggregateType)
                                                .toList())
                                + ".")));
        long position = at == null ? history.head() : positionOf(at);
        Versioned<?> found = history.stateOf(decider, aggregateId, position);
        return new StateAt(
                context.name(),
                aggregateType,
                aggregateId,
                position,
                found.position(),
                found.sequence(),
                found.exists(),
                found.state());
    }

    private long positionOf(String at) {
        try {
            return Long.parseLong(at);
        } catch (NumberFormatException notANumber) {
            try {
                return history.positionAt(Instant.parse(at)).orElse(0);
            } catch (DateTimeParseException e) {
                throw new RejectedException(new Rejection(
                        "request.invalid",
                        Rejection.Kind.INVALID,
                        "\"at\" is neither a position nor an instant.",
                        "Write a number, or a time like 2026-11-20T12:00:00Z."));
            }
        }
    }

    @GetMapping("/verify")
    public Verification verify(@RequestParam(defaultValue = "0") long after) {
        return log.verify(Math.max(0, after));
    }
}
