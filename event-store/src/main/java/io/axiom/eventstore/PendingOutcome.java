package io.axiom.eventstore;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The outcome to store with the events that the current unit of work publishes. Whoever handles the command attaches it
 * before the unit of work commits; the events are then appended once for that command id, and where they went can be read
 * back. Without it events are appended plainly. A unit of work that publishes no event appends nothing: then the command's
 * handler appends the outcome itself.
 *
 * @param outcome JSON, UTF-8
 */
public record PendingOutcome(String commandId, byte[] outcome) {
    private static final String KEY = PendingOutcome.class.getName();
    private static final String APPENDED = Appended.class.getName();

    public void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(KEY, this);
    }

    /** Where the events of this unit of work are; empty before its commit and when it published none. */
    public static Optional<Appended> appendedBy(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(APPENDED));
    }

    /** Takes it out: an outcome is stored once, with the first append of its unit of work. */
    static Optional<PendingOutcome> takeFrom(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(
                (PendingOutcome) unitOfWork.root().resources().remove(KEY));
    }

    static void appended(UnitOfWork<?> unitOfWork, Appended appended) {
        unitOfWork.root().resources().put(APPENDED, appended);
    }
}
