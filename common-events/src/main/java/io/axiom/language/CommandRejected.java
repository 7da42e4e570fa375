package io.axiom.language;

/** A command was refused. Recorded so that the audit shows attempts too; its stream is the command's own. */
@MessageType("axiom.CommandRejected.v1")
public record CommandRejected(String commandType, String aggregateId, Rejection rejection) implements Event {}
