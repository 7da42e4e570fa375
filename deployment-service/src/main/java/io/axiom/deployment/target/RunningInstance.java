package io.axiom.deployment.target;

/** An instance's process. {@code process} tells it from a later process that got the same pid. */
public record RunningInstance(String instanceId, String host, int port, ProcessTable.Entry process) {
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return ProcessTable.isAlive(process);
    }
}
