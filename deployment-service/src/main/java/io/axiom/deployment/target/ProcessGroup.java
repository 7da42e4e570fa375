package io.axiom.deployment.target;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Signals to an instance's whole process group, so that nothing it started outlives it. */
final class ProcessGroup {
    private ProcessGroup() {}

    /** SIGTERM, then SIGKILL for what is left after {@code grace}. Returns when nothing of the group lives. */
    static void end(ProcessTable.Entry leader, Duration grace) throws InterruptedException {
        if (ProcessTable.isAlive(leader)) {
            signal("TERM", leader);
            long until = System.nanoTime() + grace.toNanos();
            while (ProcessTable.isAlive(leader) && System.nanoTime() < until) {
                Thread.sleep(10);
            }
        }
        kill(leader);
    }

    /** SIGKILL to whatever of the group is left. */
    static void kill(ProcessTable.Entry leader) throws InterruptedException {
        // While a member lives the system gives the group's number to nobody else; a new process with it leads another
        // group.
        for (int attempt = 0; attempt < 200 && isLeft(leader); attempt++) {
            signal("KILL", leader);
            Thread.sleep(10);
        }
    }

    private static boolean isLeft(ProcessTable.Entry leader) {
        boolean reused = ProcessTable.find(leader.pid())
                .filter(now -> now.startTicks() != leader.startTicks())
                .isPresent();
        return !reused
                && (leader.group() == leader.pid()
                        ? ProcessTable.groupLives(leader.group())
                        : ProcessTable.isAlive(leader));
    }

    private static void signal(String name, ProcessTable.Entry leader) throws InterruptedException {
        String whom = leader.group() == leader.pid() ? "-" + leader.group() : Long.toString(leader.pid());
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -s " + name + " -- " + whom + " 2>/dev/null")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            ProcessHandle.of(leader.pid())
                    .filter(_ -> ProcessTable.isAlive(leader))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
