package io.axiom.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.embedded.Home;
import io.axiom.embedded.JavaProcess;
import io.axiom.embedded.Platform;
import io.axiom.embedded.Ports;
import io.axiom.embedded.demo.Shop;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.systemtests.ShellBlocks.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The embedded platform, used as the documentation says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformTest {
    private static final Path ROOT =
            Path.of(System.getProperty("axiom.root", "..")).toAbsolutePath().normalize();

    @TempDir
    static Path folder;

    private static Home home;
    private static Ports ports;
    private static Platform platform;
    private static Shop shop;

    @BeforeAll
    static void start() {
        home = Home.at(folder.resolve("home"));
        ports = Ports.free();
        platform = Platform.start(home, ports);
        shop = new Shop(ports);
    }

    @AfterAll
    static void stop() {
        platform.close();
        platform.router().stop();
        ProcessHandle.allProcesses()
                .filter(process -> environ(process).contains("AXIOM_INSTANCE_HOME=" + home.folder()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static String environ(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException e) {
            return "";
        }
    }

    @Test
    @Order(1)
    void theRestPageWorksAsWritten() throws Exception {
        List<String> blocks = ShellBlocks.of(ROOT.resolve("docs/rest.md"));
        ran(blockWith(blocks, "/events "));
        assertThat(shop.deployment("production.shop-agent.1").status()).isEqualTo(DeploymentStatus.COMPLETED);
        shop.register("1.1.0");
        String second = shop.deploy("1.1.0", "blue-green", Map.of());
        shop.await(
                second,
                second + " to end",
                Duration.ofSeconds(60),
                view -> view.status().ended());
        // The audit log follows the services; the page looks at its position 17.
        io.axiom.embedded.demo.Stage.await(
                "the audit log's position 17",
                Duration.ofSeconds(30),
                () -> java.util.Optional.of(auditEntries()).filter(position -> position >= 17));
        ran(blockWith(blocks, "/api/audit/verify"));
        ran(blockWith(blocks, "versioning/status"));
    }

    private static String blockWith(List<String> blocks, String text) {
        return blocks.stream().filter(block -> block.contains(text)).findFirst().orElseThrow();
    }

    @Test
    @Order(2)
    void theKafkaPageWorksAsWritten() throws Exception {
        List<String> blocks = ShellBlocks.of(ROOT.resolve("docs/kafka.md"));
        assertThat(blocks).hasSize(2);
        Ran example = ran(blocks.get(0).replace("shop-agent", "kafka-agent"));
        assertThat(example.output()).contains("\"outcome\":\"accepted\"");
        ran("kafka-console-producer.sh() { java -cp '" + JavaProcess.classpath()
                + "' org.apache.kafka.tools.ConsoleProducer \"$@\"; }\n"
                + blocks.get(1).replace("shop-agent", "console-agent"));
        io.axiom.embedded.demo.Stage.await("the console's component", Duration.ofSeconds(20), () -> {
            String components = shop.api().get("/api/components").toString();
            return components.contains("console-agent")
                    ? java.util.Optional.of(components)
                    : java.util.Optional.empty();
        });
    }

    @Test
    @Order(3)
    void theReadmeWorksAsWritten() throws Exception {
        String use = blockWith(ShellBlocks.of(ROOT.resolve("README.md")), "./axiom up");
        Ran ran = ran("export AXIOM_HOME='" + home.folder() + "' AXIOM_URL=http://127.0.0.1:" + ports.gateway() + "\n"
                + "axiom() { java -cp '" + JavaProcess.classpath() + "' io.axiom.cli.Axiom \"$@\"; }\n"
                + use.lines()
                        .skip(1)
                        .collect(Collectors.joining("\n"))
                        .replace("./axiom", "axiom")
                        .replace("shop-agent", "readme-agent")
                        .replace("production", "readme")
                        .replace("java -jar /opt/shop/shop-1.0.0.jar", agent("1.0.0"))
                        .replace("java -jar /opt/shop/shop-1.1.0.jar", agent("1.1.0")));
        assertThat(ran.output()).contains("readme.readme-agent.1", "readme.readme-agent.2");
        assertThat(shop.api()
                        .get("/api/environments/readme")
                        .path("components")
                        .path(0)
                        .path("version")
                        .asString())
                .isEqualTo("1.0.0");
    }

    private static String agent(String version) throws Exception {
        return JavaProcess.java() + " -Xmx32m -cp " + samples() + " io.axiom.samples.Agent --version " + version;
    }

    /** Where the sample agent is: a short classpath, because it stands in a command. */
    private static String samples() throws Exception {
        return Path.of(io.axiom.samples.Agent.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    @Test
    @Order(4)
    void theVersioningPageWorksAsWritten() throws Exception {
        String axiom =
                "export GIT_CONFIG_GLOBAL=/dev/null AXIOM_HOME='" + home.folder() + "' AXIOM_URL=http://127.0.0.1:"
                        + ports.gateway() + "\naxiom() { java -cp '" + JavaProcess.classpath()
                        + "' io.axiom.cli.Axiom \"$@\"; }\n";
        StringBuilder said = new StringBuilder();
        String enter = "";
        for (String block : ShellBlocks.of(ROOT.resolve("docs/versioning.md"))) {
            // The page's component is its own here: other pages have versions of shop-agent too.
            said.append(ran(axiom + enter + block.replace("shop-agent", "git-agent"), folder)
                    .output());
            enter = "cd shop\n";
        }
        assertThat(said.toString())
                .contains(ShellBlocks.outputOf(ROOT.resolve("docs/versioning.md")))
                .contains(
                        "git-agent 0.1.0 is created",
                        "The tag v0.1.0 is on ",
                        "git-agent 0.2.0 is created",
                        "* **orders:** count the last page",
                        "0.2.1 claims patch after 0.2.0, but minor was detected",
                        "refused, as it should be",
                        "git-agent 0.3.0 is created",
                        "git-agent 0.3.1 is created",
                        "billing 0.1.0 is created",
                        "The tag billing-v0.1.0 is on ",
                        "- Features: ask for a token",
                        "verified",
                        "refused again, as it should be",
                        "no way",
                        "none")
                .doesNotContain("* answer in Dutch only");
        assertThat(Files.readString(folder.resolve("CHANGELOG.md")))
                .contains("[\\#7](https://github.com/octo/shop/issues/7)");
    }

    @Test
    @Order(5)
    void theMigrationsPageWorksAsWritten() throws Exception {
        String axiom = "export GIT_CONFIG_GLOBAL=/dev/null AXIOM_HOME='" + home.folder()
                + "' AXIOM_URL=http://127.0.0.1:" + ports.gateway() + "\naxiom() { java -cp '" + JavaProcess.classpath()
                + "' io.axiom.cli.Axiom \"$@\"; }\n";
        Path databases = Files.createDirectory(folder.resolve("databases"));
        StringBuilder said = new StringBuilder();
        String enter = "";
        for (String block : ShellBlocks.of(ROOT.resolve("docs/migrations.md"))) {
            said.append(ran(
                            axiom
                                    + enter
                                    + block.replace("java -jar /opt/shop/web-1.0.0.jar", agent("1.0.0"))
                                            .replace("java -jar /opt/shop/web-1.1.0.jar", agent("1.1.0")),
                            databases)
                    .output());
            enter = "cd shop\n";
        }
        assertThat(said.toString())
                .contains(
                        "2 migrations applied to shop.",
                        "1 migration is taken as applied on other.",
                        "1 migration applied to released.",
                        "from db of " + databases.resolve("shop/release") + " at ",
                        "(v1.0)",
                        "(main)",
                        "V3__wrong.sql, line 3",
                        "no such table: customers",
                        "Nothing of migration 3 is in the database",
                        "1 migration taken back on shop.",
                        "It went through on the database, in a transaction that was rolled back.",
                        "require-concurrent-index-creation",
                        "shop has the expected schema.",
                        "column orders.customer is removed",
                        "type integer becomes bigint",
                        "Nobody works on shop.",
                        "migrate web-staging to 4",
                        "+ 4  payments  1 statement  way back: loses later data, proven",
                        "web-staging stays at 4: the way back of 4 loses later data (rows written to payments later are dropped",
                        "take back 4 of web-staging",
                        "✔ take back what was migrated on web-staging, though data written since is lost: ",
                        "1 migration taken back on web-staging",
                        "staging is back to previous");
    }

    @Test
    @Order(6)
    void aFolderOfNearlyTwoMegabytesIsSentAndRun() throws Exception {
        Path large = Files.createDirectories(folder.resolve("large/migrations"));
        Files.writeString(large.resolve("V1__large.sql"), "CREATE TABLE a (x int);\n-- " + "x".repeat(1_700_000));
        String axiom = "export AXIOM_HOME='" + home.folder() + "' AXIOM_URL=http://127.0.0.1:" + ports.gateway()
                + "\naxiom() { java -cp '" + JavaProcess.classpath() + "' io.axiom.cli.Axiom \"$@\"; }\n";
        assertThat(ran(axiom + """
                axiom database register large --environment staging --jdbc "jdbc:sqlite:$PWD/large.db"
                axiom migration run large migrations --yes
                """, large.getParent()).output()).contains("1 migration applied to large.");
    }

    @Test
    @Order(7)
    void aRestartKeepsEverything() {
        String before = shop.environment().components().toString();
        long audit = auditEntries();
        platform.close();
        platform = Platform.start(home, ports);
        shop = new Shop(ports);
        assertThat(shop.environment().components().toString()).isEqualTo(before);
        assertThat(auditEntries()).isGreaterThanOrEqualTo(audit);
    }

    private static long auditEntries() {
        return shop.api().get("/api/status").path("audit").path("position").asLong();
    }

    private static Ran ran(String commands) throws Exception {
        return ran(commands, ROOT);
    }

    private static Ran ran(String commands, Path where) throws Exception {
        String here = commands.replace("localhost:3000", "127.0.0.1:" + ports.gateway())
                .replace("127.0.0.1:19092", "127.0.0.1:" + ports.kafka())
                .replace("'embedded/target/dist/lib/*'", "'" + JavaProcess.classpath() + "'")
                .replace("java -cp", JavaProcess.java() + " -cp")
                .replace("> audit.ndjson", "> " + folder.resolve("audit.ndjson"))
                .replace("curl ", "curl -sS --fail-with-body --max-time 60 ")
                .replace(
                        "[\"java\",\"-jar\",\"/opt/shop/shop-1.0.0.jar\"]",
                        io.axiom.language.json.Json.mapper()
                                .writeValueAsString(
                                        ((Map<?, ?>) shop.version("1.0.0").get("run")).get("command")));
        Ran ran = ShellBlocks.run(here, where);
        assertThat(ran.exitCode()).as(ran.commands() + "\n" + ran.output()).isZero();
        return ran;
    }
}
