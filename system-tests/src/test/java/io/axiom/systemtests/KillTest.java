package io.axiom.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.embedded.demo.ConstantLoad;
import io.axiom.embedded.demo.Shop;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import io.axiom.systemtests.Cluster.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills parts with {@code kill -9} at random moments of rollouts while users are served, and compares what is left with
 * what was acknowledged. Short here; {@code -Daxiom.kill.rounds=50} makes it long, {@code -Daxiom.kill.seed=…} repeats a run.
 */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("axiom.kill.rounds", 6);
    private static final long SEED = Long.getLong("axiom.kill.seed", System.nanoTime());
    private static final List<Part> VICTIMS =
            List.of(Part.DEPLOYMENT, Part.MIGRATION, Part.KAFKA, Part.ROUTER, Part.GATEWAY, Part.POSTGRES);

    @TempDir
    Path folder;

    @Test
    void whateverIsKilledEveryRolloutEndsAndTheLogSaysWhatIs() {
        Random random = new Random(SEED);
        System.out.println("KillTest: " + ROUNDS + " rounds, -Daxiom.kill.seed=" + SEED);
        try (Cluster cluster = Cluster.start(folder)) {
            try {
                Rounds rounds = new Rounds(cluster);
                rounds.prepare();
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.play(round, VICTIMS.get(round % VICTIMS.size()), random);
                }
                rounds.audit();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + SEED + ": " + e.getMessage() + cluster.logTails(), e);
            }
        }
    }

    private static final class Rounds {
        private final Cluster cluster;
        private final Shop shop;
        private final Ledger ledger;
        private final Truth truth;
        private final Schema schema;

        Rounds(Cluster cluster) {
            this.cluster = cluster;
            this.shop = new Shop(cluster.ports());
            this.ledger = new Ledger("http://127.0.0.1:" + cluster.ports().gateway());
            this.truth = new Truth(cluster);
            this.schema = new Schema(cluster.home().folder().resolve("shop"));
        }

        void prepare() {
            ledger.send("/api/components", Map.of("name", Shop.COMPONENT));
            ledger.send(
                    "/api/environments", Map.of("name", Shop.ENVIRONMENT, "policy", Map.of("scaleDownDelay", "1s")));
            ledger.send(
                    "/api/databases",
                    Map.of("name", Schema.DATABASE, "environment", Shop.ENVIRONMENT, "url", schema.url()));
            schema.write("1", "CREATE TABLE orders (id integer PRIMARY KEY, customer text)");
            create("1.0.0", "1");
            String first = deploy("1.0.0", Map.of("type", "blue-green"));
            assertThat(ended(first).status()).isEqualTo(DeploymentStatus.COMPLETED);
        }

        private void create(String version, String level, String... options) {
            Map<String, Object> body = new HashMap<>(shop.version(version, options));
            Map<Object, Object> run = new HashMap<>((Map<?, ?>) body.get("run"));
            run.put("schemas", List.of(schema.needed(level)));
            body.put("run", run);
            ledger.send("/api/components/" + Shop.COMPONENT + "/versions", body);
        }

        void play(int round, Part victim, Random random) {
            boolean bad = random.nextBoolean();
            String version = (bad ? "2.0." : "1.1.") + round;
            String level = Integer.toString(round + 2);
            schema.write(level, "CREATE INDEX round_" + level + " ON orders (customer)");
            create(version, level, bad ? new String[] {"--fail-rate", "0.6"} : new String[0]);
            Map<String, Object> strategy = random.nextBoolean()
                    ? Map.of(
                            "type",
                            "canary",
                            "steps",
                            List.of(Map.of("weight", 30, "pause", "3s")),
                            "scaleDownDelay",
                            "1s")
                    : Map.of("type", "rolling", "batchSize", 1);
            // Migrating comes first and does not take long.
            long delay = random.nextLong(victim == Part.MIGRATION ? 800 : 4_000);
            System.out.printf(
                    "round %d: %s %s, kill %s after %d ms%n", round, version, strategy.get("type"), victim, delay);
            DeploymentStatus status;
            try (ConstantLoad load = ConstantLoad.start(shop.users(), 50)) {
                String id = deploy(version, strategy);
                LockSupport.parkNanos(Duration.ofMillis(delay).toNanos());
                cluster.kill(victim);
                cluster.launch(victim);
                cluster.awaitAllHealthy();
                DeploymentView view = ended(id);
                status = view.status();
                System.out.printf("         %s is %s%n", id, view.status().word());
                assertThat(status).isIn(DeploymentStatus.COMPLETED, DeploymentStatus.ROLLED_BACK);
                if (bad && strategy.get("type").equals("canary") && victim != Part.ROUTER) {
                    assertThat(status).as("a release that fails its users").isEqualTo(DeploymentStatus.ROLLED_BACK);
                }
            }
            truth.holds();
            schema.holds(level, status == DeploymentStatus.COMPLETED);
        }

        private String deploy(String version, Map<String, Object> strategy) {
            return ledger.send("/api/deployments", shop.deployment(version, strategy, Map.of("allowRolledBack", true)))
                    .path("deploymentId")
                    .asString();
        }

        private DeploymentView ended(String id) {
            return Awaitility.await(id + " to end")
                    .atMost(Duration.ofSeconds(150))
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> shop.deployment(id), view -> view.status().ended());
        }

        void audit() {
            truth.everyAcknowledgedCommandWasDoneOnce(ledger);
        }
    }
}
