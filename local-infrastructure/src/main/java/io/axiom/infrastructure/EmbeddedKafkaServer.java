package io.axiom.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and controller (KRaft) in this JVM. */
public final class EmbeddedKafkaServer implements KafkaServer {
    private final KafkaRaftServer server;
    private final int port;
    private final Path data;
    private final boolean temporary;

    private EmbeddedKafkaServer(KafkaRaftServer server, int port, Path data, boolean temporary) {
        this.server = server;
        this.port = port;
        this.data = data;
        this.temporary = temporary;
    }

    /**
     * Starts a broker.
     *
     * @param data where the log is kept; null for a temporary folder that is deleted on close
     * @param port 0 for any free one
     */
    public static EmbeddedKafkaServer start(@Nullable Path data, int port) {
        try {
            Path folder = data == null ? Files.createTempDirectory("axiom-kafka") : data;
            Files.createDirectories(folder);
            int brokerPort = port == 0 ? freePort() : port;
            int controllerPort = freePort();
            while (controllerPort == brokerPort) {
                controllerPort = freePort();
            }
            Properties properties = properties(folder, brokerPort, controllerPort);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder);
            }
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafkaServer(server, brokerPort, folder, data == null);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start", e);
        }
    }

    private static Properties properties(Path data, int brokerPort, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", data.toString());
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        // A relay's transactions follow each other at once; while the markers of one are written, the next is told to
        // wait.
        properties.put("add.partitions.to.txn.retry.backoff.ms", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("auto.create.topics.enable", "false");
        properties.put("log.retention.ms", "-1");
        properties.put("num.network.threads", "1");
        properties.put("num.io.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("num.recovery.threads.per.data.dir", "2");
        return properties;
    }

    private static void format(Path data) throws IOException {
        Formatter formatter = new Formatter();
        formatter
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setFeatureLevel("kraft.version", (short) 0)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data.toString())
                .setDirectories(List.of(data.toString()))
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IOException("Kafka's folder " + data + " could not be formatted", e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary) {
            deleteFolder(data);
        }
    }

    private static void deleteFolder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka's temporary folder " + folder + " could not be deleted", e);
        }
    }
}
