package io.axiom.cli.platform;

import io.axiom.language.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port of this machine; from {@code /proc}, so by name only for processes of the same user. */
final class PortHolder {
    private static final int COMMAND_SHOWN = 60;

    private PortHolder() {}

    static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** {@code process 4711 (node server.js)}, or that it is not known. */
    static String describe(int port) {
        Set<String> sockets = listening(port);
        return sockets.isEmpty()
                ? "another program"
                : holder(sockets).map(PortHolder::words).orElse("another user's program");
    }

    private static String words(ProcessHandle process) {
        String command = Running.commandLine(process);
        return "process " + process.pid() + " (" + Texts.shorten(command, COMMAND_SHOWN + 1) + ')';
    }

    /** Inodes of the listening sockets (state 0A in /proc/net/tcp, see proc(5)). */
    private static Set<String> listening(int port) {
        Set<String> inodes = new HashSet<>();
        String suffix = ':' + HexFormat.of().withUpperCase().toHexDigits((short) port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals("0A")) {
                        inodes.add("socket:[" + columns[9] + ']');
                    }
                }
            } catch (IOException e) {
                // Not Linux, or no IPv6: then it stays unknown.
            }
        }
        return inodes;
    }

    private static Optional<ProcessHandle> holder(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process, sockets))
                .findFirst();
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (DirectoryStream<Path> open =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (Path descriptor : open) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Another user's, or gone by now.
        }
        return false;
    }
}
