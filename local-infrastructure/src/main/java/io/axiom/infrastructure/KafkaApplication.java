package io.axiom.infrastructure;

import java.nio.file.Path;

/** Kafka as a process of its own: {@code KafkaApplication <data folder> <port>}. Runs until it is told to stop. */
public final class KafkaApplication {
    private KafkaApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedKafkaServer kafka = EmbeddedKafkaServer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "kafka-close"));
        System.out.println("ready " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
