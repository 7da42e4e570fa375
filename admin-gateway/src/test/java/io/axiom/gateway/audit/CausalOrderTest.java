package io.axiom.gateway.audit;

import static io.axiom.gateway.audit.CausalOrderProperties.arrival;
import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.EventReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CausalOrderTest {
    private final CausalOrder order = new CausalOrder(Set.of("deployment", "version"), Map.of());

    @Test
    void anEffectWaitsForItsCause() {
        order.offer(arrival("deployment", 1, new EventReference("version", 2)));
        order.offer(arrival("version", 1, null));
        assertThat(order.take(10))
                .extracting(event -> event.source().toString())
                .containsExactly("version@1");
        assertThat(order.missingCause()).contains(new EventReference("version", 2));

        order.offer(arrival("version", 2, null));
        assertThat(order.take(10))
                .extracting(event -> event.source().toString())
                .containsExactly("version@2", "deployment@1");
    }

    @Test
    void anEventSeenBeforeIsNotTakenTwice() {
        assertThat(order.offer(arrival("version", 1, null))).isEqualTo(CausalOrder.Offer.KEPT);
        assertThat(order.offer(arrival("version", 1, null))).isEqualTo(CausalOrder.Offer.SEEN_BEFORE);
    }

    @Test
    void aGapIsNoticedAndWhatIsBehindItNotTaken() {
        order.offer(arrival("version", 1, null));
        assertThat(order.offer(arrival("version", 3, null))).isEqualTo(CausalOrder.Offer.GAP);
        assertThat(order.offer(arrival("version", 2, null))).isEqualTo(CausalOrder.Offer.KEPT);
    }

    @Test
    void aCauseFoundNotToExistIsNoLongerWaitedFor() {
        EventReference invented = new EventReference("version", 99);
        order.offer(arrival("deployment", 1, invented));
        assertThat(order.take(10)).isEmpty();

        order.doesNotExist(invented);
        assertThat(order.take(10)).hasSize(1);
    }

    @Test
    void aCauseInALogThatIsNotReadIsNotWaitedFor() {
        order.offer(arrival("deployment", 1, new EventReference("weather", 7)));
        assertThat(order.take(10)).hasSize(1);
    }

    @Test
    void inventedCausesThatFormACircleDoNotStopTheLog() {
        order.offer(arrival("deployment", 1, new EventReference("version", 1)));
        order.offer(arrival("version", 1, new EventReference("deployment", 1)));
        assertThat(order.take(10)).hasSize(2);
    }

    @Test
    void noMoreIsTakenThanAskedFor() {
        List.of(1L, 2L, 3L).forEach(position -> order.offer(arrival("version", position, null)));
        assertThat(order.take(2)).hasSize(2);
        assertThat(order.take(2)).hasSize(1);
    }
}
