package io.axiom.benchmarks.platform;

import io.axiom.embedded.Ports;
import io.axiom.embedded.demo.ConstantLoad;
import io.axiom.embedded.demo.ConstantLoad.Answer;
import io.axiom.embedded.demo.Shop;
import io.axiom.language.deployment.view.DeploymentStatus;
import io.axiom.language.deployment.view.DeploymentView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * From the first failing response at the router until all traffic is on the good release, seen by users, with default
 * thresholds. Runs beside a platform that is up: {@code TimeToRestore [runs [requests per second]]}.
 */
public final class TimeToRestore {
    private TimeToRestore() {}

    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Shop shop = new Shop(Ports.standard(System.getenv()));
        String tag = Long.toString(Instant.now().getEpochSecond());
        prepare(shop, tag);
        long[] millis = new long[runs];
        long lost = 0;
        for (int run = 0; run < runs; run++) {
            Result result = once(shop, tag + "." + run, rate);
            millis[run] = result.millis();
            lost += result.lost();
            System.out.printf(
                    "run %2d: %4d ms, failed by the bad release %d, lost %d%n",
                    run + 1, result.millis(), result.failedByBad(), result.lost());
        }
        long[] sorted = LongStream.of(millis).sorted().toArray();
        System.out.printf(
                "time to restore over %d runs at %d requests/s: p50 %d ms, p99 (max) %d ms, lost %d%n",
                runs, rate, sorted[runs / 2], sorted[runs - 1], lost);
    }

    private static void prepare(Shop shop, String tag) {
        try {
            shop.api().post("/api/components", Map.of("name", Shop.COMPONENT));
            shop.api().post("/api/environments", Map.of("name", Shop.ENVIRONMENT));
        } catch (RuntimeException e) {
            System.out.println("Using the component and environment that are there: " + e.getMessage());
        }
        shop.register("1." + tag + ".0");
        String id = shop.deploy("1." + tag + ".0", "blue-green", Map.of());
        shop.await(
                id,
                "the good release",
                Duration.ofSeconds(60),
                view -> view.status().ended());
    }

    private record Result(long millis, long failedByBad, long lost) {}

    private static Result once(Shop shop, String tag, int rate) {
        String version = "2." + tag;
        shop.register(version, "--fail-rate", "0.5", "--fail-after-requests", "40");
        Map<String, Object> canary = Map.of("type", "canary", "steps", List.of(Map.of("weight", 25, "pause", "30s")));
        try (ConstantLoad load = ConstantLoad.start(shop.users(), rate)) {
            String id = shop.deploy(version, canary, Map.of());
            DeploymentView view = shop.await(
                    id,
                    id + " to be rolled back",
                    Duration.ofSeconds(60),
                    seen -> seen.status().ended());
            if (view.status() != DeploymentStatus.ROLLED_BACK) {
                throw new IllegalStateException(id + " is " + view.status());
            }
            load.close();
            return measure(load.answers(), view.releaseId());
        }
    }

    private static Result measure(List<Answer> answers, String bad) {
        Instant first = answers.stream()
                .filter(answer -> answer.failed() && answer.releaseId().equals(bad))
                .map(Answer::at)
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalStateException("The bad release never failed"));
        Instant last = answers.stream()
                .filter(answer -> answer.releaseId().equals(bad))
                .map(Answer::at)
                .max(Instant::compareTo)
                .orElseThrow();
        long failed = answers.stream().filter(Answer::failed).count();
        long byBad = answers.stream()
                .filter(answer -> answer.failed() && answer.releaseId().equals(bad))
                .count();
        return new Result(Duration.between(first, last).toMillis(), byBad, failed - byBad);
    }
}
