package io.axiom.benchmarks.router;

import io.axiom.benchmarks.load.ConstantLoad;
import io.axiom.benchmarks.load.ConstantLoad.Results;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * What going through the router costs against calling the instance directly: same load, same instance, turn by turn in one
 * run, each part a process of its own. Arguments: requests per second (1000), seconds per turn (5), turns (4).
 */
public final class RouterOverhead {
    private static final int CONNECTIONS = 32;

    private RouterOverhead() {}

    public static void main(String[] arguments) throws Exception {
        double rate = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int turns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
        Path home = Files.createTempDirectory("router-overhead");
        Process instance = java(List.of("-Xmx64m"), Responder.class.getName(), List.of());
        Process router = java(
                List.of("-Xmx96m"),
                "io.axiom.router.RouterApplication",
                List.of("--port=0", "--admin-port=0", "--home=" + home));
        try {
            int port = Integer.parseInt(instance.inputReader().readLine());
            List<Integer> ports = Pattern.compile("127\\.0\\.0\\.1:(\\d+)")
                    .matcher(router.inputReader().readLine())
                    .results()
                    .map(it -> Integer.valueOf(it.group(1)))
                    .toList();
            route(ports.get(1), port);
            URI direct = URI.create("http://127.0.0.1:" + port + "/");
            URI routed = URI.create("http://127.0.0.1:" + ports.get(0) + "/production/shop/");
            measure(direct, rate, 3);
            measure(routed, rate, 10);
            Histogram directAll = new Histogram(3);
            Histogram routedAll = new Histogram(3);
            List<Double> medians = new ArrayList<>();
            for (int turn = 0; turn < turns; turn++) {
                Results a = measure(direct, rate, seconds);
                Results b = measure(routed, rate, seconds);
                directAll.add(a.latency());
                routedAll.add(b.latency());
                medians.add((b.latency().getValueAtPercentile(50) - a.latency().getValueAtPercentile(50)) / 1e6);
            }
            print(rate, directAll, routedAll, medians, residentKilobytes(router));
        } finally {
            router.destroy();
            instance.destroy();
        }
    }

    private static Results measure(URI uri, double rate, int seconds) throws InterruptedException {
        Results results = ConstantLoad.of(uri, rate, CONNECTIONS).run(seconds, TimeUnit.SECONDS);
        if (results.failed() > 0) {
            throw new IllegalStateException("requests failed: " + results.byStatus());
        }
        return results;
    }

    private static void print(double rate, Histogram direct, Histogram routed, List<Double> medians, long kilobytes) {
        System.out.printf(
                Locale.ROOT,
                "router overhead at %.0f requests/s, %d requests each, milliseconds%n",
                rate,
                direct.getTotalCount());
        System.out.printf(Locale.ROOT, "%-10s %8s %8s %8s%n", "", "direct", "routed", "overhead");
        for (double percentile : new double[] {50, 90, 99, 99.9}) {
            double a = direct.getValueAtPercentile(percentile) / 1e6;
            double b = routed.getValueAtPercentile(percentile) / 1e6;
            System.out.printf(Locale.ROOT, "p%-9s %8.3f %8.3f %8.3f%n", percentile, a, b, b - a);
        }
        System.out.println("p50 overhead per turn: "
                + medians.stream()
                        .map(it -> String.format(Locale.ROOT, "%.3f", it))
                        .toList());
        System.out.println("router resident: " + kilobytes / 1024 + " MiB");
    }

    private static void route(int adminPort, int port) throws IOException, InterruptedException {
        String route = """
                {"environment":"production","component":"shop","revision":1,"weights":{"a":100},"matches":[],
                 "releases":{"a":[{"instanceId":"a-0","host":"127.0.0.1","port":%d}]}}""".formatted(port);
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + adminPort + "/routes/production/shop"))
                                    .PUT(HttpRequest.BodyPublishers.ofString(route))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("the route was refused: " + status);
            }
        }
    }

    private static long residentKilobytes(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private static Process java(List<String> options, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
