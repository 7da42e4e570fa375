package io.axiom.runtime.log;

import tools.jackson.databind.node.ObjectNode;

/** Turns the JSON of an old version of an event into its successor's when it is read; the log itself never changes. */
public interface Upcaster {
    /** Logical name as stored, for example {@code deployment.StepStarted.v1}. */
    String from();

    /** The name of what it becomes, which may have an upcaster of its own. */
    String to();

    ObjectNode upcast(ObjectNode event);
}
