package io.axiom.deployment.execution;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Callers that ask one after another without pause, and remember every answer. */
final class Load implements AutoCloseable {
    record Answer(long atNanos, int status, String version, String instance) {}

    private static final Pattern WHO = Pattern.compile("\"version\":\"([^\"]*)\",\"instance\":\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final java.util.Queue<Answer> answers = new java.util.concurrent.ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean ended;

    Load(String url, int count) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .build();
        for (int i = 0; i < count; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                while (!ended) {
                    call(request);
                }
            }));
        }
    }

    private void call(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher who = WHO.matcher(response.body());
            boolean known = who.find();
            answers.add(new Answer(
                    System.nanoTime(),
                    response.statusCode(),
                    known ? who.group(1) : response.body(),
                    known ? who.group(2) : ""));
            Thread.sleep(5);
        } catch (IOException e) {
            answers.add(new Answer(System.nanoTime(), 0, e.toString(), ""));
        } catch (InterruptedException e) {
            ended = true;
        }
    }

    void awaitMore(int more) {
        int until = answers.size() + more;
        await().atMost(Duration.ofSeconds(30)).until(() -> answers.size() >= until);
    }

    int count() {
        return answers.size();
    }

    List<Answer> failures() {
        return answers.stream().filter(answer -> answer.status() != 200).toList();
    }

    long answeredBy(String version) {
        return answers.stream()
                .filter(answer -> answer.version().equals(version))
                .count();
    }

    Set<String> instances() {
        return answers.stream().map(Answer::instance).collect(Collectors.toSet());
    }

    long millisFromFirstFailureToLastAnswerOf(String version) {
        long first = failures().stream().mapToLong(Answer::atNanos).min().orElse(0);
        long last = answers.stream()
                .filter(a -> a.version().equals(version))
                .mapToLong(Answer::atNanos)
                .max()
                .orElse(0);
        return (last - first) / 1_000_000;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread caller : callers) {
            caller.join();
        }
        client.close();
    }
}
