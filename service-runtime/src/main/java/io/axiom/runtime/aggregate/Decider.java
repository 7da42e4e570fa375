package io.axiom.runtime.aggregate;

import io.axiom.language.Command;
import io.axiom.language.CommandContext;
import io.axiom.language.Event;

/**
 * One kind of aggregate as pure functions. Neither reads a clock, makes an id, or touches anything outside its arguments.
 *
 * @param <S> immutable state
 * @param <C> the sealed commands it decides
 * @param <E> the sealed events it emits
 */
public interface Decider<S, C extends Command, E extends Event> {
    /** For example {@code rollout}; never changes, it is part of the stored stream's name. */
    String aggregateType();

    Class<C> commands();

    Class<E> events();

    S initial();

    Decision<E> decide(S state, C command, CommandContext context);

    S evolve(S state, E event);
}
