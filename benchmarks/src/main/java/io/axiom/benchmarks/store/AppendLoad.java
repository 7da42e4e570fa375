package io.axiom.benchmarks.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Callers that each append one event, wait for the answer, and append the next; every caller has its own streams. */
final class AppendLoad {
    private static final int EVENTS_PER_STREAM = 20;

    @FunctionalInterface
    interface Target {
        void append(String aggregate, long sequence) throws Exception;
    }

    /** @param micros latencies of single appends */
    record Result(double perSecond, Histogram micros, String cpu) {
        @Override
        public String toString() {
            return "%,9.0f/s   p50 %.2f ms   p99 %.2f ms   max %.1f ms   %s"
                    .formatted(
                            perSecond,
                            micros.getValueAtPercentile(50) / 1e3,
                            micros.getValueAtPercentile(99) / 1e3,
                            micros.getMaxValue() / 1e3,
                            cpu);
        }
    }

    private AppendLoad() {}

    static Result run(String name, int callers, Duration warmup, Duration measured, long postmaster, Target target)
            throws Exception {
        Histogram micros = new ConcurrentHistogram(60_000_000, 3);
        LongAdder done = new LongAdder();
        AtomicBoolean measuring = new AtomicBoolean();
        AtomicBoolean running = new AtomicBoolean(true);
        List<Thread> threads = new ArrayList<>();
        for (int c = 0; c < callers; c++) {
            String caller = name + '-' + c + '-';
            threads.add(Thread.ofVirtual().start(() -> {
                for (long n = 0; running.get(); n++) {
                    long begin = System.nanoTime();
                    try {
                        target.append(caller + n / EVENTS_PER_STREAM, n % EVENTS_PER_STREAM);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    if (measuring.get()) {
                        micros.recordValue(
                                Math.min(60_000_000, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin)));
                        done.increment();
                    }
                }
            }));
        }
        Thread.sleep(warmup);
        CpuTime cpu = CpuTime.now(postmaster);
        long begin = System.nanoTime();
        measuring.set(true);
        Thread.sleep(measured);
        measuring.set(false);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double rate = done.sum() / seconds;
        String used = CpuTime.now(postmaster).perEventSince(cpu, done.sum());
        running.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        return new Result(rate, micros, used);
    }
}
