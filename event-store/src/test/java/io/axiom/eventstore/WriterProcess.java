package io.axiom.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A process that appends until it is killed, and writes down each command it was told is stored. */
public final class WriterProcess {
    private static final int CALLERS = 16;

    private WriterProcess() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments[1];
        Path acknowledged = Path.of(arguments[2] + ProcessHandle.current().pid());
        try (PostgresEventLog log =
                PostgresEventLog.open(arguments[0], "killed", LogOptions.DEFAULT.withPartitionSize(500))) {
            List<Thread> callers = new ArrayList<>();
            for (int c = 0; c < CALLERS; c++) {
                String stream = name + '-' + c;
                callers.add(Thread.ofVirtual().start(() -> {
                    for (int i = 0; ; i++) {
                        String command = stream + '-' + i;
                        Appended appended = log.append(Events.command(command, stream, i, 1))
                                .join();
                        write(acknowledged, command + ' ' + appended.firstPosition() + '\n');
                    }
                }));
            }
            for (Thread caller : callers) {
                caller.join();
            }
        }
    }

    private static void write(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
