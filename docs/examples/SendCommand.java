import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends one command to Axiom and prints the reply. Needs kafka-clients and nothing of Axiom's:
 *
 * <pre>java -cp 'embedded/target/dist/lib/*' docs/examples/SendCommand.java 127.0.0.1:19092 \
 *     version version.RegisterComponent.v1 shop-agent '{"component":"shop-agent"}'</pre>
 */
public class SendCommand {
    public static void main(String[] arguments) throws Exception {
        String servers = arguments[0];
        String context = arguments[1];
        String type = arguments[2];
        String aggregateId = arguments[3];
        String json = arguments[4];
        String commandId = UUID.randomUUID().toString();

        try (var replies = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", servers),
                        new StringDeserializer(),
                        new StringDeserializer());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", servers, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            // Listen before asking, so that the reply cannot be missed.
            List<TopicPartition> partitions = replies.partitionsFor("axiom.replies").stream()
                    .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            replies.assign(partitions);
            replies.seekToEnd(partitions);
            partitions.forEach(replies::position);

            var command = new ProducerRecord<>("axiom." + context + ".commands", aggregateId, json);
            Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", commandId,
                            "ce_source", "/examples/send-command",
                            "ce_type", type,
                            "ce_subject", aggregateId,
                            "ce_time", Instant.now().toString(),
                            "content-type", "application/json")
                    .forEach((name, value) -> command.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(command).get();

            for (int second = 0; second < 30; second++) {
                for (ConsumerRecord<String, String> reply : replies.poll(Duration.ofSeconds(1))) {
                    if (commandId.equals(reply.key())) {
                        System.out.println(reply.value());
                        System.exit(reply.value().contains("\"outcome\":\"accepted\"") ? 0 : 1);
                    }
                }
            }
            System.err.println("No reply within 30 s; the command id is " + commandId);
            System.exit(1);
        }
    }
}
