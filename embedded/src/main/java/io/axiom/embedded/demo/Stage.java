package io.axiom.embedded.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the demo tells what it does, with the seconds since its start. */
public final class Stage {
    private final PrintStream out;
    private final long start = System.nanoTime();

    Stage(PrintStream out) {
        this.out = out;
    }

    void scene(String title) {
        out.println();
        out.println(title);
    }

    void tell(String line) {
        out.printf("  %5.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
        out.flush();
    }

    void show(String line) {
        out.println("           " + line);
    }

    /** Fails the demo when what it claims was not observed. */
    static void observe(boolean observed, String claim) {
        if (!observed) {
            throw new Unexpected("Not observed: " + claim);
        }
    }

    /** Asks until there is an answer. */
    public static <T> T await(String what, Duration patience, Supplier<Optional<T>> ask) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> answer = ask.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new Unexpected("Waited " + patience.toSeconds() + " s for " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unexpected("Interrupted while waiting for " + what);
            }
        }
    }
}
