package io.axiom.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyLimitTest {
    @Test
    void aPathIsCoveredExactlyOrWithAllBelow() {
        BodyLimit exact = new BodyLimit("/api/versioning/surfaces", 1);
        assertThat(exact.covers("/api/versioning/surfaces")).isTrue();
        assertThat(exact.covers("/api/versioning/surfaces/compare")).isFalse();

        BodyLimit below = new BodyLimit("/api/databases/**", 1);
        assertThat(below.covers("/api/databases/orders/migrate")).isTrue();
        assertThat(below.covers("/api/databases")).isFalse();
        assertThat(below.covers("/api/databases-of-others")).isFalse();
    }
}
