package io.axiom.router;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for what no well-behaved client would send. */
final class Raw {
    private Raw() {}

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        return socket;
    }

    static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends and reads until the other side closes. */
    static String exchange(int port, String bytes) throws IOException {
        try (Socket socket = connect(port)) {
            send(socket, bytes);
            return readAll(socket);
        }
    }

    static String readAll(Socket socket) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] part = new byte[8192];
        InputStream in = socket.getInputStream();
        int length;
        while ((length = in.read(part)) >= 0) {
            read.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
        }
        return read.toString();
    }

    static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }
}
