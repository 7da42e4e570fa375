package io.axiom.benchmarks.registry;

import java.util.Arrays;
import java.util.function.IntSupplier;

/** How long the same work took, in milliseconds. */
record Rounds(double first, double median, double longest) {
    private static volatile int sink;

    static Rounds of(int rounds, IntSupplier work) {
        double[] millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            sink = work.getAsInt();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        return new Rounds(first, millis[rounds / 2], millis[rounds - 1]);
    }

    @Override
    public String toString() {
        return "first %.1f ms, median %.1f ms, max %.1f ms".formatted(first, median, longest);
    }
}
