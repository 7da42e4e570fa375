package io.axiom.router.routing;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who is next when shares are given by weights. The order is fixed beforehand by smooth weighted round-robin (each turn every
 * one gains its weight, the richest is picked and pays the sum), so any {@link #length()} picks in a row hold exactly each
 * one's share, spread as evenly as can be. Picking is one atomic increment.
 */
final class WeightedSchedule {
    /** Weights whose sum, divided by their greatest common divisor, is larger are rounded to parts of this. */
    static final int MAX_LENGTH = 10_000;

    private final List<Integer> weights;
    private final short[] order;
    private final AtomicLong turn;

    private WeightedSchedule(List<Integer> weights, short[] order, AtomicLong turn) {
        this.weights = weights;
        this.order = order;
        this.turn = turn;
    }

    /**
     * Begins at a random turn: routes that are set again and again must not favour who comes first.
     *
     * @param weights none negative; all zero gives an empty schedule
     */
    static WeightedSchedule of(List<Integer> weights) {
        short[] order = order(reduced(weights));
        long start = order.length == 0 ? 0 : ThreadLocalRandom.current().nextInt(order.length);
        return new WeightedSchedule(List.copyOf(weights), order, new AtomicLong(start));
    }

    boolean hasWeights(List<Integer> others) {
        return weights.equals(others);
    }

    /** Picks until the shares are exact again; 0 when nobody has any weight. */
    int length() {
        return order.length;
    }

    /** The index of who is next, or -1 when nobody has any weight. */
    int next() {
        return order.length == 0 ? -1 : order[(int) Math.floorMod(turn.getAndIncrement(), (long) order.length)];
    }

    private static int[] reduced(List<Integer> weights) {
        long sum = 0;
        long divisor = 0;
        for (int weight : weights) {
            sum += weight;
            divisor = greatestCommonDivisor(weight, divisor);
        }
        int[] shares = new int[weights.size()];
        if (sum == 0) {
            return shares;
        }
        boolean exact = sum / divisor <= MAX_LENGTH;
        for (int i = 0; i < shares.length; i++) {
            long weight = weights.get(i);
            shares[i] = (int) (exact ? weight / divisor : weight == 0 ? 0 : Math.max(1, weight * MAX_LENGTH / sum));
        }
        return shares;
    }

    private static short[] order(int[] shares) {
        int sum = 0;
        for (int share : shares) {
            sum += share;
        }
        short[] order = new short[sum];
        int[] credit = new int[shares.length];
        for (int turn = 0; turn < sum; turn++) {
            int richest = 0;
            for (int i = 0; i < shares.length; i++) {
                credit[i] += shares[i];
                richest = credit[i] > credit[richest] ? i : richest;
            }
            credit[richest] -= sum;
            order[turn] = (short) richest;
        }
        return order;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
