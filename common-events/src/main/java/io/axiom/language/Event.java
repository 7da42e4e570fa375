package io.axiom.language;

/** A fact that happened to one aggregate. Events are the only thing Axiom stores and the only thing state is made of. */
public interface Event {}
