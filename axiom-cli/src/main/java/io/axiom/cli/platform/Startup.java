package io.axiom.cli.platform;

import io.axiom.cli.Session;
import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.cli.text.Ink;
import io.axiom.cli.text.Screen;
import io.axiom.cli.text.Times;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waits until the platform answers, and shows which parts are up; the parts are read from its log. */
final class Startup {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern UP = Pattern.compile("Platform - (\\w[\\w ]*) is up\\b");
    private static final int LOG_LINES_SHOWN = 12;

    private final Session session;
    private final Ink ink;
    private final List<String> parts;
    private final Path log;
    private final long logStart;
    private final long began = System.nanoTime();
    private final Set<String> up = new LinkedHashSet<>();
    private final Screen screen;

    /**
     * @param parts addresses that all have to answer {@code /health}
     * @param logStart where this start's part of the log begins
     */
    Startup(Session session, Ink ink, List<String> parts, Path log, long logStart) {
        this.session = session;
        this.ink = ink;
        this.parts = parts;
        this.log = log;
        this.logStart = logStart;
        this.screen = new Screen(session.out(), 100);
    }

    /** Returns how long it took; throws when the process ended or it takes too long. */
    Duration await(BooleanSupplier alive) {
        while (!parts.stream().allMatch(Startup::ready)) {
            Duration waited = elapsed();
            progress(waited);
            if (!alive.getAsBoolean()) {
                throw problem("The platform stopped while it was starting.", "up.stopped");
            }
            if (waited.compareTo(PATIENCE) > 0) {
                throw problem("The platform did not become ready in " + Times.span(PATIENCE) + ".", "up.not-ready");
            }
            pause();
        }
        if (session.terminal()) {
            screen.draw(List.of());
        }
        return elapsed();
    }

    static boolean ready(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + "/health").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void progress(Duration waited) {
        List<String> news = new ArrayList<>();
        Matcher matcher = UP.matcher(written());
        while (matcher.find()) {
            if (up.add(matcher.group(1))) {
                news.add(matcher.group(1));
            }
        }
        if (session.terminal()) {
            String already = up.isEmpty() ? "" : "  " + ink.good("✔") + ' ' + String.join(", ", up);
            screen.draw(List.of(ink.busy("⟳") + " Axiom is starting, " + Times.span(waited) + already));
        } else {
            news.forEach(part -> session.out().println("  " + part + " is up"));
            session.out().flush();
        }
    }

    private String written() {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(logStart);
            return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private ProblemException problem(String what, String code) {
        List<String> lines = written().lines().toList();
        lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size())
                .forEach(line -> session.err().println("  | " + Ink.clean(line)));
        session.err().flush();
        return new ProblemException(Problem.local(
                code, what, "Its last words are above.", "Read all of it in " + log + ", then start again."));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
