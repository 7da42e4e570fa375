package io.axiom.deployment.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/**
 * Runs instances as processes of this machine. Every operation names a state, so doing it again changes nothing; what runs is
 * found in the process table, not in memory, so it is found again after this process was killed.
 */
public final class ProcessTarget {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration WRAPPER_TIME = Duration.ofSeconds(15);
    private static final long OUTPUT_LIMIT = 8L * 1024 * 1024;

    private final Path home;
    private final String host;
    private final ChildEnvironment environment;
    private final Ports ports = new Ports();
    private final Map<Long, Process> children = new ConcurrentHashMap<>();

    /** @param home the folder {@code <axiom.home>/instances}; it is part of what marks a process as ours */
    public ProcessTarget(Path home, Map<String, String> ownEnvironment) throws IOException {
        this(home, ownEnvironment, LOOPBACK);
    }

    /** @param host where routers and checks reach this machine's instances; they listen on loopback alone when it is that */
    public ProcessTarget(Path home, Map<String, String> ownEnvironment, String host) throws IOException {
        Files.createDirectories(home);
        this.home = home.toRealPath();
        this.host = host;
        this.environment =
                new ChildEnvironment(ownEnvironment, this.home, host.equals(LOOPBACK) ? LOOPBACK : "0.0.0.0");
    }

    /** The instance's process, started now unless it runs already. */
    public RunningInstance ensure(InstanceSpec spec) throws InstanceFailure, InterruptedException {
        InstanceFolder folder = folder(spec.instanceId());
        try (InstanceFolder.Held _ = folder.lock()) {
            Optional<RunningInstance> running = find(spec.instanceId());
            if (running.isEmpty() && Files.exists(folder.pidFile())) {
                // A start that a dead control plane began may be writing it now: it is empty for a moment.
                Thread.sleep(folder.pid().isEmpty() ? 50 : 0);
                running = find(spec.instanceId());
                if (running.isEmpty()) {
                    folder.forgetPid();
                }
            }
            if (running.isPresent()) {
                ports.keep(spec.instanceId(), running.get().port());
                folder.note(running.get());
                return running.get();
            }
            return start(spec, folder);
        } catch (IOException e) {
            throw InstanceFailure.of(spec.instanceId(), e);
        }
    }

    private RunningInstance start(InstanceSpec spec, InstanceFolder folder)
            throws InstanceFailure, IOException, InterruptedException {
        folder.prepare();
        folder.rotate(OUTPUT_LIMIT);
        Path workingDirectory = Launch.workingDirectory(spec.release().run(), folder);
        Artifacts.check(spec.release(), workingDirectory);
        ports.release(spec.instanceId());
        int port = ports.take(spec.instanceId(), spec.target());
        Process child = Launch.start(spec, folder, workingDirectory, environment.of(spec, port), port);
        long giveUp = System.nanoTime() + WRAPPER_TIME.toNanos();
        while (folder.pid().isEmpty() && child.isAlive() && System.nanoTime() < giveUp) {
            child.waitFor(2, TimeUnit.MILLISECONDS);
        }
        OptionalLong pid = folder.pid();
        if (pid.isPresent() && pid.getAsLong() == child.pid()) {
            children.put(child.pid(), child);
            // A process that is gone again already is reported as started: its end is noticed like any other.
            ProcessTable.Entry process =
                    ProcessTable.find(child.pid()).orElse(new ProcessTable.Entry(child.pid(), child.pid(), -1));
            RunningInstance running = new RunningInstance(spec.instanceId(), host, port, process);
            folder.note(running);
            return running;
        }
        child.destroyForcibly();
        for (int look = 0; look < 25 && Files.exists(folder.pidFile()); look++) {
            // A start begun by a control plane that died since got there first.
            Optional<RunningInstance> other = find(spec.instanceId());
            if (other.isPresent()) {
                return other.get();
            }
            Thread.sleep(20);
        }
        throw notStarted(spec, folder, child);
    }

    private InstanceFailure notStarted(InstanceSpec spec, InstanceFolder folder, Process child) throws IOException {
        ports.release(spec.instanceId());
        if (Files.getFileStore(folder.path()).getUsableSpace() < 64 * 1024) {
            return InstanceFailure.of(spec.instanceId(), new IOException("No space left on device"));
        }
        String exit = child.isAlive() ? "did not begin in time" : "ended with status " + child.exitValue();
        return new InstanceFailure(
                "instance.start-failed",
                "The shell that starts " + spec.instanceId() + ' ' + exit + '.',
                "Look at " + folder.output() + ", then retry the deployment.");
    }

    /** The instance's living process, whoever started it. */
    public Optional<RunningInstance> find(String instanceId) {
        InstanceFolder folder = folder(instanceId);
        OptionalLong pid = folder.pid();
        if (pid.isPresent()) {
            Optional<RunningInstance> running = running(instanceId, folder, pid.getAsLong());
            if (running.isPresent()) {
                return running;
            }
        }
        // Its pid file may be lost, or not yet written by a start that a dead control plane began.
        for (long other : ProcessTable.pids()) {
            if (ProcessTable.find(other).filter(p -> p.group() == other).isPresent()
                    && isOurs(marksOf(other), instanceId)) {
                Optional<RunningInstance> running = running(instanceId, folder, other);
                if (running.isPresent()) {
                    return running;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<RunningInstance> running(String instanceId, InstanceFolder folder, long pid) {
        Optional<ProcessTable.Entry> process = ProcessTable.find(pid);
        if (process.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> marks = marksOf(pid);
        OptionalInt port = isOurs(marks, instanceId)
                ? OptionalInt.of(Integer.parseInt(marks.getOrDefault(ChildEnvironment.PORT, "0")))
                : folder.notedPort(process.get());
        return port.isPresent()
                ? Optional.of(new RunningInstance(instanceId, host, port.getAsInt(), process.get()))
                : Optional.empty();
    }

    /** While the shell becomes the program its environment cannot be read for a moment. */
    private static Map<String, String> marksOf(long pid) {
        Map<String, String> marks = ProcessTable.environmentOf(pid);
        for (int look = 0; look < 10 && marks.isEmpty() && ProcessTable.mayBeRead(pid); look++) {
            LockSupport.parkNanos(2_000_000);
            marks = ProcessTable.environmentOf(pid);
        }
        return marks;
    }

    private boolean isOurs(Map<String, String> marks, String instanceId) {
        return instanceId.equals(marks.get(ChildEnvironment.INSTANCE_ID))
                && home.toString().equals(marks.get(ChildEnvironment.INSTANCE_HOME));
    }

    /** Waits until the process ended; its exit status is known only to the control plane that started it. */
    public OptionalInt awaitExit(RunningInstance running) throws InterruptedException {
        Process child = children.get(running.pid());
        if (child != null) {
            int status = child.waitFor();
            children.remove(running.pid(), child);
            return OptionalInt.of(status);
        }
        while (running.isAlive()) {
            Thread.sleep(100);
        }
        return OptionalInt.empty();
    }

    /** Ends the instance: asks with SIGTERM, insists with SIGKILL after {@code grace}. */
    public void stop(String instanceId, Duration grace) throws InterruptedException, IOException {
        InstanceFolder folder = folder(instanceId);
        if (!Files.isDirectory(folder.path()) && find(instanceId).isEmpty()) {
            return;
        }
        try (InstanceFolder.Held _ = folder.lock()) {
            Optional<RunningInstance> running = find(instanceId);
            if (running.isPresent()) {
                ProcessGroup.end(running.get().process(), grace);
                children.remove(running.get().pid());
            }
            folder.forgetPid();
            ports.release(instanceId);
        }
    }

    /** Ends what an instance that died left running in its process group. */
    public void clean(RunningInstance dead) throws InterruptedException {
        ProcessGroup.kill(dead.process());
    }

    /** Instances of this home that run now, by id; those whose first process died but left others are among them. */
    public Map<String, ProcessTable.Entry> all() {
        Map<String, ProcessTable.Entry> found = new HashMap<>();
        for (long pid : ProcessTable.pids()) {
            Map<String, String> marks = ProcessTable.environmentOf(pid);
            String instanceId = marks.get(ChildEnvironment.INSTANCE_ID);
            if (instanceId != null && home.toString().equals(marks.get(ChildEnvironment.INSTANCE_HOME))) {
                ProcessTable.find(pid)
                        .ifPresent(entry ->
                                found.merge(instanceId, entry, (one, other) -> one.group() == one.pid() ? one : other));
            }
        }
        return found;
    }

    /** Ends a process of {@link #all} that no rollout wants. */
    public void endOrphan(String instanceId, ProcessTable.Entry process, Duration grace)
            throws InterruptedException, IOException {
        stop(instanceId, grace);
        ProcessGroup.kill(process);
    }

    /** The last lines an instance printed, without the secrets of {@code spec}. */
    public String lastOutput(InstanceSpec spec, int lines) {
        return environment
                .secrets()
                .redact(
                        folder(spec.instanceId()).tail(lines),
                        spec.release().configuration().values());
    }

    /** Keeps an instance's output within its limit. */
    public void limitOutput(String instanceId) throws IOException {
        folder(instanceId).rotate(OUTPUT_LIMIT);
    }

    public boolean isPortFree(int port) {
        return Ports.isFree(port);
    }

    private InstanceFolder folder(String instanceId) {
        // Ids are made of names and digests, but a folder outside our own must be impossible whatever they hold.
        if (instanceId.indexOf('/') >= 0 || instanceId.startsWith(".") || instanceId.length() > 250) {
            throw new IllegalArgumentException("Not an instance id");
        }
        return new InstanceFolder(home.resolve(instanceId));
    }

    /** Deletes the folders of instances that ended, but of those in {@code kept} and the {@code newest} others. */
    public void prune(Set<String> kept, int newest) throws IOException {
        try (var entries = Files.list(home)) {
            List<Path> others = entries.filter(
                            entry -> !kept.contains(entry.getFileName().toString()))
                    .sorted(Comparator.comparing((Path entry) -> entry.toFile().lastModified())
                            .reversed())
                    .skip(newest)
                    .toList();
            for (Path folder : others) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }
}
