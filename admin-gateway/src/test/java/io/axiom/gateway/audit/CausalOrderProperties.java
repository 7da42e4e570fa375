package io.axiom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.EventReference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CausalOrderProperties {
    private static final List<String> CONTEXTS = List.of("access", "deployment", "tenant", "version");

    /** What really happened, in real time; each event may be caused by any event before it. */
    record World(List<Arrival> history, long interleaving) {}

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<List<int[]>> choices = Arbitraries.integers()
                .between(0, CONTEXTS.size() - 1)
                .tuple2()
                .flatMap(_ -> Combinators.combine(
                                Arbitraries.integers().between(0, CONTEXTS.size() - 1),
                                Arbitraries.integers().between(-2, 40))
                        .as((context, back) -> new int[] {context, back})
                        .list()
                        .ofMaxSize(120));
        return Combinators.combine(choices, Arbitraries.longs()).as((events, seed) -> new World(history(events), seed));
    }

    private static List<Arrival> history(List<int[]> choices) {
        List<Arrival> history = new ArrayList<>();
        Map<String, Long> heads = new HashMap<>();
        for (int[] choice : choices) {
            String context = CONTEXTS.get(choice[0]);
            EventReference cause = choice[1] < 0 || history.size() <= choice[1]
                    ? null
                    : history.get(history.size() - 1 - choice[1]).source();
            history.add(arrival(context, heads.merge(context, 1L, Long::sum), cause));
        }
        return history;
    }

    static Arrival arrival(String context, long position, @Nullable EventReference cause) {
        return new Arrival(
                new EventReference(context, position),
                cause,
                position - 1,
                context + position,
                context + ".Happened.v1",
                "thing",
                "one",
                position - 1,
                Instant.ofEpochSecond(position),
                "ada;ADMIN",
                "c",
                "c",
                "{}");
    }

    @Property(tries = 500)
    void whateverWayEventsArriveTheOrderIsALinearExtensionOfCausalityAndEachPrefixAConsistentCut(
            @ForAll("worlds") World world) {
        CausalOrder order = new CausalOrder(Set.copyOf(CONTEXTS), Map.of());
        List<Arrival> taken = new ArrayList<>();
        Random random = new Random(world.interleaving());

        Map<String, Deque<Arrival>> topics = topics(world.history());
        while (!topics.isEmpty()) {
            List<String> left = List.copyOf(topics.keySet());
            String context = left.get(random.nextInt(left.size()));
            Deque<Arrival> topic = topics.get(context);
            for (int many = 1 + random.nextInt(5); many > 0 && !topic.isEmpty(); many--) {
                assertThat(order.offer(topic.remove())).isEqualTo(CausalOrder.Offer.KEPT);
            }
            if (topic.isEmpty()) {
                topics.remove(context);
            }
            if (random.nextBoolean()) {
                taken.addAll(order.take(1 + random.nextInt(10)));
            }
        }
        taken.addAll(order.take(Integer.MAX_VALUE));

        assertThat(taken).containsExactlyInAnyOrderElementsOf(world.history());
        assertThat(order.waiting()).isZero();
        Map<String, Long> cut = new HashMap<>();
        for (Arrival event : taken) {
            EventReference source = event.source();
            assertThat(source.position()).isEqualTo(cut.getOrDefault(source.context(), 0L) + 1);
            if (event.cause() != null) {
                assertThat(cut.getOrDefault(event.cause().context(), 0L))
                        .isGreaterThanOrEqualTo(event.cause().position());
            }
            cut.put(source.context(), source.position());
        }
    }

    @Property(tries = 200)
    void goingOnAfterARestartGivesTheRestAndNothingTwice(@ForAll("worlds") World world) {
        CausalOrder before = new CausalOrder(Set.copyOf(CONTEXTS), Map.of());
        List<Arrival> half = world.history().subList(0, world.history().size() / 2);
        half.forEach(before::offer);
        List<Arrival> taken = new ArrayList<>(before.take(new Random(world.interleaving()).nextInt(1, 30)));

        Map<String, Long> stored = new HashMap<>();
        taken.forEach(
                event -> stored.put(event.source().context(), event.source().position()));
        CausalOrder after = new CausalOrder(Set.copyOf(CONTEXTS), stored);
        world.history().forEach(after::offer);
        taken.addAll(after.take(Integer.MAX_VALUE));

        assertThat(taken).containsExactlyInAnyOrderElementsOf(world.history());
    }

    private static Map<String, Deque<Arrival>> topics(List<Arrival> history) {
        return new HashMap<>(history.stream()
                .collect(Collectors.groupingBy(
                        event -> event.source().context(), Collectors.toCollection(ArrayDeque::new))));
    }
}
